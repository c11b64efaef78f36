package tandem.measures;

/**
 * What the trajectory of loss and accuracy says, in the order of the columns.
 *
 * <p>Epoch 0 is never used. Where the loss has several smallest (the accuracy several largest) values, the first epoch
 * is named.
 */
public enum TrajectoryMeasure implements Measure {
    MIN_LOSS("min_loss", Kind.LEVEL, "nats", "[0, inf)", "smallest loss over the epochs 1..T"),
    MIN_LOSS_EPOCH("min_loss_epoch", Kind.EPOCH, "epoch", "[1, T]", "first epoch with the smallest loss"),
    MAX_ACCURACY("max_accuracy", Kind.LEVEL, "share", "[0, 1]", "largest accuracy over the epochs 1..T"),
    MAX_ACCURACY_EPOCH(
            "max_accuracy_epoch",
            Kind.EPOCH,
            "epoch",
            "[1, T]",
            "first epoch with the largest number of correct examples"),
    SPEARMAN(
            "spearman",
            Kind.STEPS,
            "1",
            "[-1, 1]",
            "Spearman's rank correlation of loss and accuracy over the epochs 1..T, ties with their mean rank;"
                    + " undefined where loss (within 1e-12) or accuracy is constant: CONSTANT_LOSS if both are"),
    PEARSON(
            "pearson",
            Kind.STEPS,
            "1",
            "[-1, 1]",
            "Pearson's correlation of loss and accuracy over the epochs 1..T;"
                    + " undefined where loss (within 1e-12) or accuracy is constant: CONSTANT_LOSS if both are"),
    PLATEAU_SHARE(
            "plateau_share",
            Kind.STEPS,
            "share",
            "[0, 1]",
            "share of the T - 1 steps between the epochs 1..T that leave the number of correct examples unchanged");

    private enum Kind {
        LEVEL,
        EPOCH,
        STEPS
    }

    private final String column;
    private final Kind kind;
    private final String unit;
    private final String range;
    private final String definition;

    TrajectoryMeasure(String column, Kind kind, String unit, String range, String definition) {
        this.column = column;
        this.kind = kind;
        this.unit = unit;
        this.range = range;
        this.definition = definition;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String range() {
        return range;
    }

    @Override
    public String definition() {
        return definition;
    }

    @Override
    public boolean isCount() {
        return kind == Kind.EPOCH;
    }

    @Override
    public int minimumEpochs() {
        return switch (kind) {
            case LEVEL, EPOCH -> 1;
            case STEPS -> 3;
        };
    }

    @Override
    public Measured of(SplitResult result) {
        var curve = result.curve();
        if (curve.epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        return switch (this) {
            case MIN_LOSS -> new Measured.Defined(curve.loss(Extremes.minLossEpoch(curve)));
            case MIN_LOSS_EPOCH -> new Measured.Defined(Extremes.minLossEpoch(curve));
            case MAX_ACCURACY -> new Measured.Defined(curve.accuracy(Extremes.maxAccuracyEpoch(curve)));
            case MAX_ACCURACY_EPOCH -> new Measured.Defined(Extremes.maxAccuracyEpoch(curve));
            case SPEARMAN -> Correlation.spearman(curve);
            case PEARSON -> Correlation.pearson(curve);
            case PLATEAU_SHARE -> new Measured.Defined(Steps.plateauShare(curve));
        };
    }
}
