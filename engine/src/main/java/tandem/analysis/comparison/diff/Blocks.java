package tandem.analysis.comparison.diff;

import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A table block by block, where the first key is a whole number and does not fall from row to row, as in all large tables
 * of a result folder.
 */
final class Blocks {
    /** A larger one should not be held in memory. */
    private static final int MOST_ROWS = 100_000;

    private final RowSource rows;
    private final DuplicateKeys duplicates;
    private @Nullable KeyedRow pending;
    private boolean started;

    Blocks(RowSource rows, DuplicateKeys duplicates) {
        this.rows = rows;
        this.duplicates = duplicates;
    }

    /** Says that the table is to be sorted first. */
    static final class UnorderedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The next block; null at the end. */
    @Nullable
    Block next() throws IOException, UnorderedException {
        if (!started) {
            started = true;
            pending = rows.next();
        }
        KeyedRow first = pending;
        if (first == null) {
            return null;
        }
        if (first.order() == KeyedRow.TEXT) {
            throw new UnorderedException();
        }
        var block = new LinkedHashMap<String, KeyedRow>();
        KeyedRow row = first;
        do {
            KeyedRow before = block.put(row.key(), row);
            if (before != null) {
                throw duplicates.of(before, row);
            }
            row = rows.next();
        } while (row != null && row.order() == first.order() && block.size() < MOST_ROWS);
        if (row != null && row.order() <= first.order()) {
            throw new UnorderedException();
        }
        pending = row;
        return new Block(first.order(), block);
    }
}
