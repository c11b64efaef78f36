package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * One column of a table and what it means. The data dictionary prints this, so it must be enough for somebody who has
 * only the file.
 *
 * @param name as in the header; not empty
 * @param unit {@code nats}, {@code share}, {@code epoch}, ...; {@code 1} for a pure number; empty for text
 * @param range possible values, as an interval or a list; empty where any value is possible
 * @param definition what the value is, and when the field is empty
 * @param better {@code lower} or {@code higher} where a model is better for such values; empty where neither is
 */
public record Column(String name, ColumnType type, String unit, String range, String definition, String better) {
    public Column {
        checkArgument(!name.isEmpty(), "a column needs a name");
    }

    /** Of values of which none is better. */
    public Column(String name, ColumnType type, String unit, String range, String definition) {
        this(name, type, unit, range, definition, "");
    }

    /** A loss: it is minimised. */
    public Column betterIfLower() {
        return new Column(name, type, unit, range, definition, "lower");
    }

    /** A score: it is maximised. */
    public Column betterIfHigher() {
        return new Column(name, type, unit, range, definition, "higher");
    }

    static Column integer(String name, String unit, String range, String definition) {
        return new Column(name, ColumnType.INTEGER, unit, range, definition);
    }

    static Column number(String name, String unit, String range, String definition) {
        return new Column(name, ColumnType.NUMBER, unit, range, definition);
    }

    static Column text(String name, String range, String definition) {
        return new Column(name, ColumnType.TEXT, "", range, definition);
    }
}
