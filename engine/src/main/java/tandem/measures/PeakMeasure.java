package tandem.measures;

/**
 * How far the best loss and the best accuracy of a trajectory are apart, and what happens at and after the best loss.
 *
 * <p>t_L is the first epoch of the smallest loss over the epochs 1..T. Accuracies are compared as numbers of correct
 * examples.
 */
public enum PeakMeasure implements Measure {
    MAX_ACCURACY_LAST_EPOCH(
            "max_accuracy_last_epoch",
            Kind.EPOCH,
            "epoch",
            "[1, T]",
            "last epoch with the largest number of correct examples"),
    MAX_ACCURACY_EPOCHS(
            "max_accuracy_epochs",
            Kind.EPOCH,
            "epochs",
            "[1, T]",
            "how many of the epochs 1..T have the largest number of correct examples"),
    PEAK_LAG(
            "peak_lag",
            Kind.EPOCH,
            "epochs",
            "(-T, T)",
            "first epoch of the smallest loss minus the nearest epoch with the largest number of correct examples, the"
                    + " earlier of two as near: positive where the loss bottoms after the accuracy peaks, 0 where the"
                    + " loss bottoms at a peak"),
    ACCURACY_REGRET(
            "accuracy_regret",
            Kind.LEVEL,
            "share",
            "[0, 1]",
            "largest accuracy over the epochs 1..T minus the accuracy at the first epoch of the smallest loss"),
    LOSS_EXCESS(
            "loss_excess",
            Kind.LEVEL,
            "nats",
            "[0, inf)",
            "smallest loss at an epoch of the largest accuracy minus the smallest loss, over the epochs 1..T"),
    LOSS_EXCESS_WORST(
            "loss_excess_worst",
            Kind.LEVEL,
            "nats",
            "[0, inf)",
            "largest loss at an epoch of the largest accuracy minus the smallest loss, over the epochs 1..T"),
    FANO_EXCESS_AT_MIN_LOSS(
            "fano_excess_at_min_loss",
            Kind.LEVEL,
            "nats",
            "",
            "fano_excess of loss and error at the first epoch of the smallest loss over the epochs 1..T"),
    BAND_POSITION_AT_MIN_LOSS(
            "band_position_at_min_loss",
            Kind.LEVEL,
            "1",
            "",
            "band_position of loss and error at the first epoch of the smallest loss over the epochs 1..T; undefined as"
                    + " there"),
    DIVERGENCE_ONSET(
            "divergence_onset",
            Kind.STEP_COUNT,
            "epoch",
            "[2, T - 4]",
            "first epoch t > t_L such that all of t..t+4 have loss > L(t_L) + se and at most one correct example less"
                + " than t_L, the first epoch of the smallest loss; se = 1.4826 median|d - median d| of the steps d of"
                + " the loss between the epochs 1..T, at least 1e-12 max(1, L(t_L)); undefined NEVER where there is"
                + " none"),
    OVERFITTING_AREA(
            "overfitting_area",
            Kind.STEPS,
            "nats",
            "[0, inf)",
            "sum of L(s) - L(t_L) over the epochs s after the divergence onset that have at most one correct example"
                    + " less than t_L, the first epoch of the smallest loss; 0 without onset"),
    LOSS_RISE(
            "loss_rise",
            Kind.LEVEL,
            "nats",
            "[0, inf)",
            "L_T - L(t_L): how far the loss rose after t_L, the first epoch of the smallest loss"),
    ACCURACY_RISE(
            "accuracy_rise",
            Kind.LEVEL,
            "share",
            "[-1, 1]",
            "A_T - A(t_L): what training beyond t_L, the first epoch of the smallest loss, brought in accuracy;"
                    + " loss_rise and accuracy_rise both positive is loss and accuracy rising together");

    private final Description description;
    private final Kind kind;

    PeakMeasure(String column, Kind kind, String unit, String range, String definition) {
        this.description = new Description(column, unit, range, definition);
        this.kind = kind;
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Direction direction() {
        return switch (this) {
            case ACCURACY_REGRET, LOSS_EXCESS, LOSS_EXCESS_WORST, OVERFITTING_AREA, LOSS_RISE -> Direction.LOWER;
            case ACCURACY_RISE -> Direction.HIGHER;
            case MAX_ACCURACY_LAST_EPOCH,
                    MAX_ACCURACY_EPOCHS,
                    PEAK_LAG,
                    FANO_EXCESS_AT_MIN_LOSS,
                    BAND_POSITION_AT_MIN_LOSS,
                    DIVERGENCE_ONSET -> Direction.NEITHER;
        };
    }

    @Override
    public boolean isCount() {
        return kind.isCount();
    }

    @Override
    public int minimumEpochs() {
        return kind.minimumEpochs();
    }

    @Override
    public Measured of(SplitResult result) {
        var curve = result.curve();
        if (curve.epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        var at = curve.extremes();
        double minLoss = curve.loss(at.minLossEpoch());
        return switch (this) {
            case MAX_ACCURACY_LAST_EPOCH -> new Measured.Defined(at.lastPeak());
            case MAX_ACCURACY_EPOCHS -> new Measured.Defined(at.peakCount());
            case PEAK_LAG -> new Measured.Defined(at.minLossEpoch() - at.nearestPeak());
            case ACCURACY_REGRET -> {
                int missed = curve.correct(at.firstPeak()) - curve.correct(at.minLossEpoch());
                yield new Measured.Defined((double) missed / curve.exampleCount());
            }
            case LOSS_EXCESS -> new Measured.Defined(curve.loss(at.lowestPeak()) - minLoss);
            case LOSS_EXCESS_WORST -> new Measured.Defined(curve.loss(at.highestPeak()) - minLoss);
            case FANO_EXCESS_AT_MIN_LOSS ->
                Measured.ofComputed(CalibratedBand.of(result, at.minLossEpoch()).excess(minLoss));
            case BAND_POSITION_AT_MIN_LOSS ->
                CalibratedBand.of(result, at.minLossEpoch()).position(minLoss);
            case DIVERGENCE_ONSET ->
                curve.divergence().onset().isPresent()
                        ? new Measured.Defined(curve.divergence().onset().getAsInt())
                        : new Measured.Undefined(Reason.NEVER);
            case OVERFITTING_AREA ->
                curve.divergence().onset().isPresent()
                        ? Measured.ofComputed(curve.divergence().area())
                        : new Measured.Defined(0);
            case LOSS_RISE -> new Measured.Defined(curve.loss(curve.epochCount()) - minLoss);
            case ACCURACY_RISE -> {
                int gained = curve.correct(curve.epochCount()) - curve.correct(at.minLossEpoch());
                yield new Measured.Defined((double) gained / curve.exampleCount());
            }
        };
    }
}
