package tandem.measures;

/**
 * What a trajectory is like once it has begun: over the epochs after the first tenth, t = floor(T / 10) + 1..T. Opt-in,
 * as few questions need them: whether training that goes on is disturbed, where the last epoch is one draw.
 */
public enum LateMeasure implements Measure {
    LATE_MIN_ACCURACY("late_min_accuracy", "share", "[0, 1]", "smallest accuracy"),
    LATE_MEAN_ACCURACY("late_mean_accuracy", "share", "[0, 1]", "mean accuracy"),
    LATE_MEAN_LOSS("late_mean_loss", "nats", "[0, inf)", "mean loss");

    private final Description description;

    LateMeasure(String column, String unit, String range, String what) {
        String definition = what + " over the epochs after the first tenth, floor(T / 10) + 1..T; opt-in";
        this.description = new Description(column, unit, range, definition);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Direction direction() {
        return switch (this) {
            case LATE_MIN_ACCURACY, LATE_MEAN_ACCURACY -> Direction.HIGHER;
            case LATE_MEAN_LOSS -> Direction.LOWER;
        };
    }

    @Override
    public boolean isCount() {
        return false;
    }

    @Override
    public int minimumEpochs() {
        return 1;
    }

    @Override
    public Measured of(SplitResult result) {
        var curve = result.curve();
        if (curve.epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        int first = curve.epochCount() / 10 + 1;
        return switch (this) {
            case LATE_MIN_ACCURACY -> new Measured.Defined((double) least(curve, first) / curve.exampleCount());
            case LATE_MEAN_ACCURACY -> new Measured.Defined(meanAccuracy(curve, first));
            case LATE_MEAN_LOSS -> Measured.ofComputed(meanLoss(curve, first));
        };
    }

    private static int least(Curve curve, int first) {
        int least = curve.correct(first);
        for (int t = first + 1; t <= curve.epochCount(); t++) {
            least = Math.min(least, curve.correct(t));
        }
        return least;
    }

    /** Of whole numbers, divided once. */
    private static double meanAccuracy(Curve curve, int first) {
        long sum = 0;
        for (int t = first; t <= curve.epochCount(); t++) {
            sum += curve.correct(t);
        }
        return sum / ((double) curve.exampleCount() * (curve.epochCount() - first + 1));
    }

    private static double meanLoss(Curve curve, int first) {
        double sum = 0;
        for (int t = first; t <= curve.epochCount(); t++) {
            sum += curve.loss(t);
        }
        return sum / (curve.epochCount() - first + 1);
    }
}
