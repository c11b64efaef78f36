package tandem.analysis.interval;

import java.util.Optional;
import java.util.OptionalDouble;
import tandem.tables.Row;
import tandem.tables.Value;

/**
 * A number in a table with its 95 % interval.
 *
 * @param value the number, or why there is none
 * @param interval empty where there is none
 * @param noInterval what the fields of the interval hold where it is empty
 * @param method how the interval came about, as in tables
 */
public record Estimated(Value value, Optional<Interval> interval, Value noInterval, String method) {

    public static Estimated of(double value, Interval interval, String method) {
        return new Estimated(Value.ofComputed(value), Optional.of(interval), Value.BLANK, method);
    }

    /** A number whose interval is undefined. */
    public static Estimated withoutInterval(double value, String reason) {
        return new Estimated(Value.ofComputed(value), Optional.empty(), new Value.Undefined(reason), "");
    }

    /** A number to which no interval applies. */
    public static Estimated alone(double value) {
        return new Estimated(Value.ofComputed(value), Optional.empty(), Value.BLANK, "");
    }

    /** No number and so no interval. */
    public static Estimated undefined(String reason) {
        var none = new Value.Undefined(reason);
        return new Estimated(none, Optional.empty(), none, "");
    }

    /** The number; empty where there is none. */
    public OptionalDouble number() {
        return value instanceof Value.Real(double number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Side of 0 on which the whole interval lies; 0 where there is no interval or it contains 0. */
    public int sign() {
        return interval.map(Interval::sign).orElse(0);
    }

    /** Sets the columns {@code <column>, ci_low, ci_high, ci_method}. */
    public Row set(Row row, String column) {
        row.set("ci_method", interval.<Value>map(_ -> Value.of(method)).orElse(Value.BLANK));
        return set(row, column, "ci_low", "ci_high");
    }

    /** Sets the three given columns. */
    public Row set(Row row, String column, String low, String high) {
        return row.set(column, value)
                .set(low, interval.map(ends -> Value.ofComputed(ends.low())).orElse(noInterval))
                .set(high, interval.map(ends -> Value.ofComputed(ends.high())).orElse(noInterval));
    }
}
