package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Correlation of losses and accuracies given as pairs, over runs or over cells. (Along a trajectory: {@link
 * TrajectoryMeasure}.)
 *
 * <p>Undefined with {@link Reason#CONSTANT_LOSS} where {@code max - min <= 1e-12 max(1, max |L|)}, likewise {@link
 * Reason#CONSTANT_ACCURACY}; the first if both are.
 */
public enum PairedCorrelation {
    /** {@code r = sum dx dy / sqrt(sum dx^2 sum dy^2)} with deviations from the means. */
    PEARSON("pearson"),
    /** Spearman's rho: Pearson's r of the ranks, ties having the mean of their ranks. */
    SPEARMAN("spearman"),
    /** Kendall's tau-b: ties in either shorten the denominator. */
    KENDALL("kendall");

    private static final double TOLERANCE = 1e-12;

    private final String word;

    PairedCorrelation(String word) {
        this.word = word;
    }

    /** As in tables. */
    public String word() {
        return word;
    }

    /**
     * The correlation, in [-1, 1]; in a time of n log n, for Kendall's n^2 / 64.
     *
     * @param losses finite, at least two; so are the accuracies
     * @throws IllegalArgumentException if there are not as many of the one as of the other, or fewer than two
     */
    public Measured of(double[] losses, double[] accuracies) {
        checkArgument(
                losses.length == accuracies.length && losses.length >= 2,
                "need two pairs or more: %s losses, %s accuracies",
                losses.length,
                accuracies.length);
        if (isConstant(losses)) {
            return new Measured.Undefined(Reason.CONSTANT_LOSS);
        }
        if (isConstant(accuracies)) {
            return new Measured.Undefined(Reason.CONSTANT_ACCURACY);
        }
        return new Measured.Defined(
                switch (this) {
                    case PEARSON -> Correlation.pearson(losses, accuracies);
                    case SPEARMAN ->
                        Correlation.pearson(
                                Ranks.of(losses).mid(), Ranks.of(accuracies).mid());
                    case KENDALL -> Correlation.kendall(Ranks.of(losses), Ranks.of(accuracies));
                });
    }

    private static boolean isConstant(double[] values) {
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return max - min <= TOLERANCE * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
    }
}
