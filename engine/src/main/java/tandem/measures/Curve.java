package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;

/**
 * Loss and accuracy of one split of one run at the end of every epoch, epoch 0 (before the first update) included.
 *
 * <p>The trajectory of a run that diverged ends before the first epoch with a non-finite loss; it may be empty.
 *
 * <p>What several measures need is found when first asked for, and kept: ranks of the loss serve two correlations.
 */
public final class Curve {
    private final double[] losses;
    private final int[] correct;
    private final int exampleCount;
    private final Supplier<Extremes> extremes = Suppliers.memoize(() -> Extremes.of(this));
    private final Supplier<Pairs> levels = Suppliers.memoize(() -> Pairs.levels(this));
    private final Supplier<Pairs> steps = Suppliers.memoize(() -> Pairs.steps(levels()));
    private final Supplier<Signs> signs = Suppliers.memoize(() -> Signs.of(this));
    private final Supplier<Divergence> divergence = Suppliers.memoize(() -> Divergence.of(this));
    private final Supplier<StationaryBootstrap.Interval> stepInterval =
            Suppliers.memoize(() -> StationaryBootstrap.ofSpearman(steps()));

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

    /** n, examples of the split. */
    public int exampleCount() {
        return exampleCount;
    }

    /** Of one epoch or more. */
    Extremes extremes() {
        return extremes.get();
    }

    Pairs levels() {
        return levels.get();
    }

    Pairs steps() {
        return steps.get();
    }

    Signs signs() {
        return signs.get();
    }

    /** Of one epoch or more. */
    Divergence divergence() {
        return divergence.get();
    }

    StationaryBootstrap.Interval stepInterval() {
        return stepInterval.get();
    }
}
