package tandem.analysis.comparison.diff;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Joins the rows of two tables on their keys; memory holds one block of each, or one row. */
final class RowJoin {
    private final DiffCounter counter;
    private final DuplicateKeys firstDuplicates;
    private final DuplicateKeys secondDuplicates;

    RowJoin(KeyedTable first, KeyedTable second, DiffCounter counter) {
        this.counter = counter;
        this.firstDuplicates = new DuplicateKeys(first);
        this.secondDuplicates = new DuplicateKeys(second);
    }

    /** @throws Blocks.UnorderedException where a table is not in order; the counter is of no use then */
    void ofBlocks(RowSource first, RowSource second) throws IOException, Blocks.UnorderedException {
        var firstBlocks = new Blocks(first, firstDuplicates);
        var secondBlocks = new Blocks(second, secondDuplicates);
        Block a = firstBlocks.next();
        Block b = secondBlocks.next();
        while (a != null || b != null) {
            if (a != null && (b == null || a.order() < b.order())) {
                a.rows().values().forEach(counter::onlyFirst);
                a = firstBlocks.next();
            } else if (b != null && (a == null || b.order() < a.order())) {
                b.rows().values().forEach(counter::onlySecond);
                b = secondBlocks.next();
            } else if (a != null && b != null) {
                join(a.rows(), b.rows());
                a = firstBlocks.next();
                b = secondBlocks.next();
            }
        }
    }

    /** In the order of the keys where there is anything to tell, so that what is told does not depend on that of the rows. */
    private void join(Map<String, KeyedRow> first, Map<String, KeyedRow> second) {
        if (areSame(first, second)) {
            counter.same(first.size());
            return;
        }
        var keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        for (String key : keys) {
            KeyedRow a = first.get(key);
            KeyedRow b = second.get(key);
            if (a != null && b != null) {
                counter.both(a, b);
            } else if (a != null) {
                counter.onlyFirst(a);
            } else if (b != null) {
                counter.onlySecond(b);
            }
        }
    }

    private boolean areSame(Map<String, KeyedRow> first, Map<String, KeyedRow> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (KeyedRow a : first.values()) {
            KeyedRow b = second.get(a.key());
            if (b == null || !counter.areSame(a, b)) {
                return false;
            }
        }
        return true;
    }

    /** Of rows in the order of {@link KeyedRow#BY_KEY}. */
    void ofSorted(RowSource first, RowSource second) throws IOException {
        KeyedRow a = next(first, null, firstDuplicates);
        KeyedRow b = next(second, null, secondDuplicates);
        while (a != null || b != null) {
            int order = a == null ? 1 : b == null ? -1 : KeyedRow.BY_KEY.compare(a, b);
            if (a != null && order < 0) {
                counter.onlyFirst(a);
            } else if (b != null && order > 0) {
                counter.onlySecond(b);
            } else if (a != null && b != null) {
                counter.both(a, b);
            }
            a = order <= 0 ? next(first, a, firstDuplicates) : a;
            b = order >= 0 ? next(second, b, secondDuplicates) : b;
        }
    }

    private static @Nullable KeyedRow next(RowSource rows, @Nullable KeyedRow before, DuplicateKeys duplicates)
            throws IOException {
        KeyedRow row = rows.next();
        if (row != null && before != null && row.key().equals(before.key())) {
            throw duplicates.of(before, row);
        }
        return row;
    }
}
