package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

import org.jspecify.annotations.Nullable;

/** What one split of one run adds to epochs.csv, by epoch from 0. The arrays are not copied. */
public final class SplitSeries {
    private final String split;
    private final double[] losses;
    private final int[] correct;
    private final int exampleCount;

    /** On the clean labels. */
    private final @Nullable SplitSeries clean;

    private SplitSeries(String split, double[] losses, int[] correct, int exampleCount, @Nullable SplitSeries clean) {
        this.clean = clean;
        this.split = split;
        this.losses = losses;
        this.correct = correct;
        this.exampleCount = exampleCount;
    }

    /**
     * The series of one split.
     *
     * @param split one of {@link Schemas#SPLITS}
     * @param losses by epoch, finite
     * @param correct by epoch, in [0, exampleCount]
     * @param exampleCount examples in the split; positive
     */
    public static SplitSeries of(String split, double[] losses, int[] correct, int exampleCount) {
        checkArgument(Schemas.SPLITS.contains(split), "not a split: %s", split);
        checkArgument(
                losses.length == correct.length,
                "losses and correct must be equally long: %s, %s",
                losses.length,
                correct.length);
        checkArgument(exampleCount > 0, "exampleCount must be positive: %s", exampleCount);
        return new SplitSeries(split, losses, correct, exampleCount, null);
    }

    /**
     * The same with what the labels before corruption say.
     *
     * @param cleanLosses as long as the losses
     * @param cleanCorrect in [0, exampleCount]
     */
    public SplitSeries withClean(double[] cleanLosses, int[] cleanCorrect) {
        checkArgument(
                cleanLosses.length == losses.length,
                "losses on clean and on other labels must be equally long: %s, %s",
                cleanLosses.length,
                losses.length);
        return new SplitSeries(
                split, losses, correct, exampleCount, of(split, cleanLosses, cleanCorrect, exampleCount));
    }

    /** The series on the clean labels, if it has one. */
    @Nullable
    SplitSeries clean() {
        return clean;
    }

    String split() {
        return split;
    }

    int length() {
        return losses.length;
    }

    double loss(int epoch) {
        return losses[epoch];
    }

    int correct(int epoch) {
        return correct[epoch];
    }

    int exampleCount() {
        return exampleCount;
    }
}
