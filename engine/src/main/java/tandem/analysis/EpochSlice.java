package tandem.analysis;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;
import tandem.tables.EpochsReader;
import tandem.tables.Schemas;

/**
 * The values of one cell at as many epochs as a budget of memory holds, in sequence from a first one. An epoch is held
 * with all its runs or not at all: whenever the budget is exceeded, the later half of the epochs goes.
 */
final class EpochSlice {
    private final int first;
    private final long budget;
    /** By epoch from {@link #first}, then by split. */
    private final List<EpochValues[]> values = new ArrayList<>();

    private int width;
    private long bytes;
    private boolean hasMore;

    /**
     * An empty slice.
     *
     * @param width the most epochs it may hold
     * @param budget in bytes; one epoch is held even where it needs more
     */
    EpochSlice(int first, int width, long budget) {
        checkArgument(width > 0 && budget > 0, "width and budget must be positive: %s, %s", width, budget);
        this.first = first;
        this.width = width;
        this.budget = budget;
    }

    int first() {
        return first;
    }

    /** The most epochs that fit. */
    int width() {
        return width;
    }

    /** Whether there were rows of epochs behind the slice. */
    boolean hasMore() {
        return hasMore;
    }

    /** Values by split of the epochs {@code first, first + 1, ...}; on clean labels, if there are any, at {@link #clean}. */
    List<EpochValues[]> values() {
        return values;
    }

    /** Where the values of a split on clean labels stand. */
    static int clean(int split) {
        return Schemas.SPLITS.size() + split;
    }

    /** Takes a row in unless its epoch lies outside. */
    void add(EpochsReader row) {
        int index = row.epoch() - first;
        if (index < 0) {
            return;
        }
        if (index >= width) {
            hasMore = true;
            return;
        }
        while (values.size() <= index) {
            values.add(empty(row.hasCleanLabels()));
        }
        bytes += values.get(index)[row.split()].add(row.loss(), row.accuracy());
        if (row.hasCleanLabels()) {
            bytes += values.get(index)[clean(row.split())].add(row.cleanLoss(), row.cleanAccuracy());
        }
        while (bytes > budget && values.size() > 1) {
            dropLaterHalf();
        }
    }

    private EpochValues[] empty(boolean hasCleanLabels) {
        var splits = new EpochValues[hasCleanLabels ? clean(Schemas.SPLITS.size()) : Schemas.SPLITS.size()];
        for (int s = 0; s < splits.length; s++) {
            splits[s] = new EpochValues();
        }
        bytes += (long) splits.length * EpochValues.EMPTY_BYTES;
        return splits;
    }

    private void dropLaterHalf() {
        width = values.size() / 2;
        List<EpochValues[]> dropped = values.subList(width, values.size());
        for (EpochValues[] splits : dropped) {
            for (EpochValues split : splits) {
                bytes -= split.bytes();
            }
        }
        dropped.clear();
        hasMore = true;
    }
}
