package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;

/**
 * What differs between two tables, the first and the second.
 *
 * @param rows of both, and how they were joined
 * @param firstColumns columns that only the first table has; so are {@code secondColumns}
 * @param columns those with a difference, in the order of the first table
 * @param fields the first differences
 * @param firstRows keys of the first rows that only the first table has; so are {@code secondRows}
 */
public record TableDiff(
        Rows rows,
        ImmutableList<String> firstColumns,
        ImmutableList<String> secondColumns,
        ImmutableList<ColumnDiff> columns,
        ImmutableList<FieldDiff> fields,
        ImmutableList<String> firstRows,
        ImmutableList<String> secondRows) {

    /**
     * Numbers of rows.
     *
     * @param first of the first table; so is {@code second}
     * @param joined rows with the same key
     * @param changed those of the joined with a difference
     */
    public record Rows(long first, long second, long joined, long changed) {

        public long onlyFirst() {
            return first - joined;
        }

        public long onlySecond() {
            return second - joined;
        }
    }

    /**
     * One column.
     *
     * @param count fields that differ
     * @param largest greatest {@code |a - b|} of fields that are numbers in both; NaN where none is
     * @param at key of the row where that is; of the first that differs where none is a number
     */
    public record ColumnDiff(String column, long count, double largest, String at) {}

    /** One field; {@code key} is the row's. */
    public record FieldDiff(String key, String column, String first, String second) {}

    public boolean isEmpty() {
        return rows.changed() == 0
                && rows.onlyFirst() == 0
                && rows.onlySecond() == 0
                && firstColumns.isEmpty()
                && secondColumns.isEmpty();
    }

    /** Fields that differ, in all columns. */
    public long changedFields() {
        return columns.stream().mapToLong(ColumnDiff::count).sum();
    }
}
