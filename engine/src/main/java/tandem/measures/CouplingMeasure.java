package tandem.measures;

/**
 * How steeply accuracy follows loss, before and after the loss is smallest. Both signs the same is the usual case; a
 * flip says that the loss rises by confidence, not by errors. Opt-in, since time grows with the square of T.
 */
public enum CouplingMeasure implements Measure {
    SLOPE_BEFORE("slope_before", "1..t_L"),
    SLOPE_AFTER("slope_after", "t_L..T");

    private final String column;
    private final String definition;

    CouplingMeasure(String column, String epochs) {
        this.column = column;
        this.definition = "Theil-Sen slope of accuracy on loss over the epochs " + epochs
                + ", t_L the first epoch of the smallest loss: median of (A_j - A_i) / (L_j - L_i) over the pairs whose"
                + " losses differ by more than 1e-12 max(1, loss); undefined TOO_FEW_EPOCHS where these are fewer than"
                + " three epochs, CONSTANT_LOSS without such a pair; opt-in, since time grows with the square of T";
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String unit() {
        return "1/nats";
    }

    @Override
    public String range() {
        return "";
    }

    @Override
    public String definition() {
        return definition;
    }

    @Override
    public boolean isCount() {
        return false;
    }

    @Override
    public int minimumEpochs() {
        return 3;
    }

    @Override
    public Measured of(SplitResult result) {
        var curve = result.curve();
        if (curve.epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        int best = curve.extremes().minLossEpoch();
        return switch (this) {
            case SLOPE_BEFORE -> TheilSen.slope(curve, 1, best);
            case SLOPE_AFTER -> TheilSen.slope(curve, best, curve.epochCount());
        };
    }
}
