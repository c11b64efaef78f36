package tandem.analysis.comparison.diff;

import java.util.Comparator;
import java.util.function.IntFunction;

/**
 * A row on its way to be joined.
 *
 * @param order the first key field where it is a whole number as one writes it, otherwise {@link #TEXT}
 * @param key all key fields, as {@link KeyText} has them
 * @param line where it ends in its file
 * @param fields the field at a position of its table
 */
record KeyedRow(long order, String key, long line, IntFunction<String> fields) {
    /** Behind all numbers. */
    static final long TEXT = Long.MAX_VALUE;

    /** By number, then by text: one order for any two tables. */
    static final Comparator<KeyedRow> BY_KEY =
            Comparator.comparingLong(KeyedRow::order).thenComparing(KeyedRow::key);

    private static final int MOST_DIGITS = 18;

    /** The number that orders rows by this field. */
    static long orderOf(String field) {
        int length = field.length();
        if (length == 0 || length > MOST_DIGITS || (length > 1 && field.charAt(0) == '0')) {
            return TEXT;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = field.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return TEXT;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
