package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Loss and accuracy of one split of one run at the end of every epoch, epoch 0 (before the first update) included.
 *
 * <p>The trajectory of a run that diverged ends before the first epoch with a non-finite loss; it may be empty.
 */
public final class Curve {
    private final double[] losses;
    private final int[] correct;
    private final int exampleCount;

    private Curve(double[] losses, int[] correct, int exampleCount) {
        this.losses = losses;
        this.correct = correct;
        this.exampleCount = exampleCount;
    }

    /**
     * A copy of the given trajectory.
     *
     * @param losses mean cross-entropy by epoch, from epoch 0; finite
     * @param correct number of correctly classified examples by epoch, from epoch 0; in [0, exampleCount]
     * @param exampleCount examples in the split; positive
     * @throws IllegalArgumentException if the lengths differ or a value is out of its range
     */
    public static Curve of(double[] losses, int[] correct, int exampleCount) {
        checkArgument(exampleCount > 0, "exampleCount must be positive: %s", exampleCount);
        checkArgument(
                losses.length == correct.length,
                "losses and correct must be equally long: %s, %s",
                losses.length,
                correct.length);
        for (int t = 0; t < losses.length; t++) {
            double loss = losses[t];
            checkArgument(Double.isFinite(loss), "losses must be finite: %s", loss);
            checkArgument(
                    correct[t] >= 0 && correct[t] <= exampleCount,
                    "correct must be 0 to %s: %s",
                    exampleCount,
                    correct[t]);
        }
        return new Curve(losses.clone(), correct.clone(), exampleCount);
    }

    /** T, the last epoch; 0 where only epoch 0 or nothing was recorded. */
    public int epochCount() {
        return Math.max(0, losses.length - 1);
    }

    /** L_t. */
    public double loss(int epoch) {
        return losses[epoch];
    }

    /** c_t. */
    public int correct(int epoch) {
        return correct[epoch];
    }

    /** A_t = c_t / n, in [0, 1]. */
    public double accuracy(int epoch) {
        return (double) correct[epoch] / exampleCount;
    }
}
