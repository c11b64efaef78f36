package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

/** A field of a table. What is not a finite number says so: NaN and infinity cannot get into a file. */
public sealed interface Value {

    /** A finite number; for columns of type {@link ColumnType#NUMBER}. */
    record Real(double value) implements Value {
        public Real {
            checkArgument(Double.isFinite(value), "a number in a table must be finite: %s", value);
        }
    }

    /** A whole number; for columns of type {@link ColumnType#INTEGER}. */
    record Count(long value) implements Value {}

    /** Any text, quoted where CSV needs it; for columns of type {@link ColumnType#TEXT}. */
    record Text(String value) implements Value {}

    /**
     * No value although one was to be expected: an empty field, with a row in undefined.csv. The reason is an
     * UPPER_CASE code.
     */
    record Undefined(String reason) implements Value {}

    /**
     * No value because the column does not apply to the row, as its definition says: an empty field and nothing more.
     */
    record Blank() implements Value {}

    Blank BLANK = new Blank();

    /** As a value stands in a table, before quoting; empty where there is none. */
    static String text(Value value) {
        return switch (value) {
            case Real(double number) -> Double.toString(number);
            case Count(long count) -> Long.toString(count);
            case Text(String text) -> text;
            case Undefined _, Blank _ -> "";
        };
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(long value) {
        return new Count(value);
    }

    static Value of(String value) {
        return new Text(value);
    }

    /** The number, or undefined with reason OVERFLOW where arithmetic on finite numbers left the range of double. */
    static Value ofComputed(double value) {
        return Double.isFinite(value) ? new Real(value) : new Undefined("OVERFLOW");
    }
}
