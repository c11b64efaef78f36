package tandem.analysis.comparison.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table by {@link KeyedRow#BY_KEY}. What does not fit in memory is sorted in parts, which wait in temporary
 * files and are merged.
 */
final class SortedRows implements RowSource {
    private final List<SpilledRows> spills = new ArrayList<>();
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(Head::row, KeyedRow.BY_KEY).thenComparingInt(Head::part));

    private record Head(KeyedRow row, int part, RowSource rest) {}

    private SortedRows() {}

    /**
     * Reads all rows.
     *
     * @param columns fields of a row
     * @param budget bytes of memory for rows
     */
    static SortedRows of(RowSource rows, int columns, long budget) throws IOException {
        var sorted = new SortedRows();
        try {
            sorted.read(rows, columns, budget);
            return sorted;
        } catch (IOException | RuntimeException e) {
            sorted.close();
            throw e;
        }
    }

    private void read(RowSource rows, int columns, long budget) throws IOException {
        var part = new ArrayList<KeyedRow>();
        long bytes = 0;
        for (KeyedRow row = rows.next(); row != null; row = rows.next()) {
            bytes += SpilledRows.bytes(row, columns);
            part.add(row);
            if (bytes > budget) {
                part.sort(KeyedRow.BY_KEY);
                spills.add(SpilledRows.write(part, columns));
                part = new ArrayList<>();
                bytes = 0;
            }
        }
        part.sort(KeyedRow.BY_KEY);
        var last = part.iterator();
        add(new RowSource() {
            @Override
            public @Nullable KeyedRow next() {
                return last.hasNext() ? last.next() : null;
            }

            @Override
            public void close() {}
        });
        for (SpilledRows spill : spills) {
            add(spill);
        }
    }

    private void add(RowSource source) throws IOException {
        KeyedRow row = source.next();
        if (row != null) {
            heads.add(new Head(row, heads.size(), source));
        }
    }

    @Override
    public @Nullable KeyedRow next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        KeyedRow following = head.rest().next();
        if (following != null) {
            heads.add(new Head(following, head.part(), head.rest()));
        }
        return head.row();
    }

    @Override
    public void close() throws IOException {
        for (SpilledRows spill : spills) {
            spill.close();
        }
    }
}
