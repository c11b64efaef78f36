package tandem.measures;

/**
 * What somebody sees who watches the total that is minimised, objective plus penalty, in place of the loss: frameworks
 * print it as "loss". Of the train split, which alone has an objective. Opt-in.
 */
public enum TotalMeasure implements Measure {
    TOTAL_SPEARMAN(
            "total_spearman",
            "1",
            "[-1, 1]",
            "Spearman's rank correlation of the total minimised, objective plus penalty, and accuracy over the epochs"
                    + " 1..T, ties with their mean rank; undefined as spearman; opt-in"),
    TOTAL_DOWN_ACCURACY_DOWN(
            "total_down_accuracy_down",
            "share",
            "[0, 1]",
            "share of the T - 1 steps between the epochs 1..T at which objective plus penalty and accuracy both fall;"
                    + " opt-in"),
    TOTAL_DOWN_LOSS_UP(
            "total_down_loss_up",
            "share",
            "[0, 1]",
            "share of the T - 1 steps between the epochs 1..T at which objective plus penalty falls and the loss rises;"
                    + " opt-in");

    private final Description description;

    TotalMeasure(String column, String unit, String range, String definition) {
        this.description = new Description(column, unit, range, definition);
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
    public boolean ofTrainOnly() {
        return true;
    }

    @Override
    public int minimumEpochs() {
        return 3;
    }

    @Override
    public Measured of(SplitResult result) {
        if (result.total().isEmpty() || result.curve().epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        var total = result.total().orElseThrow();
        int steps = total.epochCount() - 1;
        return switch (this) {
            case TOTAL_SPEARMAN -> Correlation.spearman(total.levels());
            case TOTAL_DOWN_ACCURACY_DOWN ->
                new Measured.Defined((double) total.signs().count(-1, -1) / steps);
            case TOTAL_DOWN_LOSS_UP -> new Measured.Defined((double) apart(total, result.curve()) / steps);
        };
    }

    private static int apart(Curve total, Curve loss) {
        int count = 0;
        for (int t = 2; t <= total.epochCount(); t++) {
            boolean down = Signs.sign(total.loss(t - 1), total.loss(t)) < 0;
            count += down && Signs.sign(loss.loss(t - 1), loss.loss(t)) > 0 ? 1 : 0;
        }
        return count;
    }
}
