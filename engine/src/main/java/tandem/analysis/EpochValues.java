package tandem.analysis;

import java.util.Arrays;

/** Losses and accuracies of one split at one epoch over the runs of a cell. */
final class EpochValues {
    /** Bytes of an object without its values: three headers, three fields, rounded up. */
    static final int EMPTY_BYTES = 80;

    private static final int FIRST_CAPACITY = 4;
    private static final double[] NONE = {};

    private double[] losses = NONE;
    private double[] accuracies = NONE;
    private int count;

    /** Returns by how many bytes this grew. */
    long add(double loss, double accuracy) {
        int before = losses.length;
        if (count == before) {
            int capacity = Math.max(FIRST_CAPACITY, before + before / 2);
            losses = Arrays.copyOf(losses, capacity);
            accuracies = Arrays.copyOf(accuracies, capacity);
        }
        losses[count] = loss;
        accuracies[count] = accuracy;
        count++;
        return (long) (Double.BYTES + Double.BYTES) * (losses.length - before);
    }

    /** Bytes in memory, about. */
    long bytes() {
        return EMPTY_BYTES + (long) (Double.BYTES + Double.BYTES) * losses.length;
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Distribution losses() {
        return Distribution.ofSorting(losses, count);
    }

    Distribution accuracies() {
        return Distribution.ofSorting(accuracies, count);
    }
}
