package tandem.analysis;

import java.util.Arrays;

/** Losses and accuracies of one split at one epoch over the runs of a cell; reused from cell to cell. */
final class EpochValues {
    private double[] losses = new double[4];
    private double[] accuracies = new double[4];
    private int count;

    void add(double loss, double accuracy) {
        if (count == losses.length) {
            losses = Arrays.copyOf(losses, 2 * count);
            accuracies = Arrays.copyOf(accuracies, 2 * count);
        }
        losses[count] = loss;
        accuracies[count] = accuracy;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
    }

    Distribution losses() {
        return Distribution.ofSorting(losses, count);
    }

    Distribution accuracies() {
        return Distribution.ofSorting(accuracies, count);
    }
}
