package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Compares two tables row by row, field by field. */
public final class TableDiffer {
    /** The memory for rows to be sorted is the heap divided by this. */
    private static final int PART_OF_HEAP = 8;

    private final DiffOptions options;
    private final long budget;

    public TableDiffer(DiffOptions options) {
        this(options, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** @param budget bytes for the rows of a table that must be sorted; the result does not depend on it */
    TableDiffer(DiffOptions options, long budget) {
        this.options = options;
        this.budget = budget;
    }

    /**
     * The differences of two files.
     *
     * @param keys columns that tell rows apart
     * @param mayBeBlank whether empty fields are keys, too
     * @throws tandem.tables.UnusableTableException naming the rows, if a key is there twice or is empty, or a row has not
     *     as many fields as the header
     */
    public TableDiff diff(Path first, Path second, ImmutableList<String> keys, boolean mayBeBlank) throws IOException {
        return diff(KeyedTable.of(first, keys, mayBeBlank), KeyedTable.of(second, keys, mayBeBlank), keys::contains);
    }

    /** @param unlike columns that are not compared, beside the ignored ones */
    TableDiff diff(KeyedTable first, KeyedTable second, Predicate<String> unlike) throws IOException {
        var columns =
                ComparedColumns.of(first.labels(), first.columns(), second.columns(), unlike.or(options::ignores));
        try (var a = first.open();
                var b = second.open()) {
            var counter = new DiffCounter(columns, options);
            new RowJoin(first, second, counter).ofBlocks(a, b);
            return counter.result();
        } catch (Blocks.UnorderedException e) {
            return diffSorted(first, second, columns);
        }
    }

    private TableDiff diffSorted(KeyedTable first, KeyedTable second, ComparedColumns columns) throws IOException {
        try (var a = sorted(first);
                var b = sorted(second)) {
            var counter = new DiffCounter(columns, options);
            new RowJoin(first, second, counter).ofSorted(a, b);
            return counter.result();
        }
    }

    private SortedRows sorted(KeyedTable table) throws IOException {
        try (var rows = table.open()) {
            return SortedRows.of(rows, table.columns().size(), budget);
        }
    }
}
