package tandem.measures;

/**
 * What the trajectory of loss and accuracy says, in the order of the columns.
 *
 * <p>Epoch 0 is never used. Where the loss has several smallest (the accuracy several largest) values, the first epoch
 * is named. Extremes over epochs are optimistic on the split that they are chosen on.
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
            "share of the T - 1 steps between the epochs 1..T that leave the number of correct examples unchanged"),
    KENDALL(
            "kendall",
            Kind.STEPS,
            "1",
            "[-1, 1]",
            "Kendall's tau-b of loss and accuracy over the epochs 1..T;"
                    + " undefined where loss (within 1e-12) or accuracy is constant: CONSTANT_LOSS if both are"),
    SPEARMAN_DIFFERENCES("spearman_differences", "Spearman's rank correlation, ties with their mean rank,"),
    PEARSON_DIFFERENCES("pearson_differences", "Pearson's correlation"),
    KENDALL_DIFFERENCES("kendall_differences", "Kendall's tau-b"),
    LONGEST_PLATEAU(
            "longest_plateau",
            Kind.STEP_COUNT,
            "epochs",
            "[1, T]",
            "most epochs in a row, of the epochs 1..T, with the same number of correct examples"),
    ACCURACY_LEVELS(
            "accuracy_levels",
            Kind.EPOCH,
            "1",
            "[1, T]",
            "how many different numbers of correct examples the epochs 1..T have");

    private final Description description;
    private final Kind kind;

    TrajectoryMeasure(String column, Kind kind, String unit, String range, String definition) {
        this.description = new Description(column, unit, range, definition);
        this.kind = kind;
    }

    TrajectoryMeasure(String column, String coefficient) {
        this(
                column,
                Kind.DIFFERENCES,
                "1",
                "[-1, 1]",
                coefficient
                        + " of the changes of loss and of the number of correct examples at the T - 1 steps between the"
                        + " epochs 1..T, steps without change included: whether they move together, where the"
                        + " correlation of levels tells whether both have a trend; undefined CONSTANT_LOSS_STEPS where"
                        + " all changes of the loss are the same (within 1e-12), else CONSTANT_ACCURACY_STEPS where all"
                        + " those of the accuracy are");
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Direction direction() {
        return switch (this) {
            case MIN_LOSS -> Direction.LOWER;
            case MAX_ACCURACY -> Direction.HIGHER;
            case MIN_LOSS_EPOCH,
                    MAX_ACCURACY_EPOCH,
                    SPEARMAN,
                    PEARSON,
                    PLATEAU_SHARE,
                    KENDALL,
                    SPEARMAN_DIFFERENCES,
                    PEARSON_DIFFERENCES,
                    KENDALL_DIFFERENCES,
                    LONGEST_PLATEAU,
                    ACCURACY_LEVELS -> Direction.NEITHER;
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
        return switch (this) {
            case SPEARMAN -> Correlation.spearman(curve.levels());
            case PEARSON -> Correlation.pearson(curve.levels());
            case KENDALL -> Correlation.kendall(curve.levels());
            case SPEARMAN_DIFFERENCES -> Correlation.spearman(curve.steps());
            case PEARSON_DIFFERENCES -> Correlation.pearson(curve.steps());
            case KENDALL_DIFFERENCES -> Correlation.kendall(curve.steps());
            case PLATEAU_SHARE -> new Measured.Defined(Plateaus.share(curve));
            case LONGEST_PLATEAU -> new Measured.Defined(Plateaus.longest(curve));
            case ACCURACY_LEVELS ->
                new Measured.Defined(curve.levels().correctRanks().levelCount());
            case MIN_LOSS -> new Measured.Defined(curve.loss(curve.extremes().minLossEpoch()));
            case MIN_LOSS_EPOCH -> new Measured.Defined(curve.extremes().minLossEpoch());
            case MAX_ACCURACY ->
                new Measured.Defined(curve.accuracy(curve.extremes().firstPeak()));
            case MAX_ACCURACY_EPOCH -> new Measured.Defined(curve.extremes().firstPeak());
        };
    }
}
