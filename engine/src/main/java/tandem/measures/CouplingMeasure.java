package tandem.measures;

/**
 * How accuracy follows loss, by what is too dear for every run: the time of slopes grows with the square of T, that of
 * the interval is a thousand correlations. Opt-in.
 */
public enum CouplingMeasure implements Measure {
    SLOPE_BEFORE("slope_before", "1..t_L"),
    SLOPE_AFTER("slope_after", "t_L..T"),
    SPEARMAN_DIFFERENCES_CI_LOW("spearman_differences_ci_low", 2.5),
    SPEARMAN_DIFFERENCES_CI_HIGH("spearman_differences_ci_high", 97.5);

    private final Description description;
    private final int minimumEpochs;

    CouplingMeasure(String column, String epochs) {
        this.minimumEpochs = 3;
        String definition = "Theil-Sen slope of accuracy on loss over the epochs " + epochs
                + ", t_L the first epoch of the smallest loss: median of (A_j - A_i) / (L_j - L_i) over the pairs whose"
                + " losses differ by more than 1e-12 max(1, loss); a change of sign at t_L is the mark of growing"
                + " overconfidence; undefined TOO_FEW_EPOCHS where these are fewer than three epochs, CONSTANT_LOSS"
                + " without such a pair; opt-in, its time grows with the square of T";
        this.description = new Description(column, "1/nats", "", definition);
    }

    CouplingMeasure(String column, double percent) {
        this.minimumEpochs = 20;
        String definition =
                percent + " % quantile of spearman_differences over 999 resamples of the steps by the stationary"
                        + " bootstrap (Politis and Romano 1994, mean block max(ceil(T^(1/3)), 5)), the same resamples"
                        + " for every run of T epochs; descriptive: one trajectory says nothing of other seeds;"
                        + " undefined as spearman_differences, and UNSTABLE where 5 % of the resamples have no"
                        + " correlation; opt-in, it takes a thousand times as long as spearman_differences";
        this.description = new Description(column, "1", "[-1, 1]", definition);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Direction direction() {
        return Direction.NEITHER;
    }

    @Override
    public boolean isCount() {
        return false;
    }

    @Override
    public int minimumEpochs() {
        return minimumEpochs;
    }

    @Override
    public Measured of(SplitResult result) {
        var curve = result.curve();
        if (curve.epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        return switch (this) {
            case SLOPE_BEFORE -> TheilSen.slope(curve, 1, curve.extremes().minLossEpoch());
            case SLOPE_AFTER -> TheilSen.slope(curve, curve.extremes().minLossEpoch(), curve.epochCount());
            case SPEARMAN_DIFFERENCES_CI_LOW -> curve.stepInterval().low();
            case SPEARMAN_DIFFERENCES_CI_HIGH -> curve.stepInterval().high();
        };
    }
}
