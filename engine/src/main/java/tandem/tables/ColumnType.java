package tandem.tables;

/** What the fields of a column hold. */
public enum ColumnType {
    /** A whole number. */
    INTEGER,
    /** A double, as the shortest decimal number that reads back to the same bits. */
    NUMBER,
    /** Any text. */
    TEXT
}
