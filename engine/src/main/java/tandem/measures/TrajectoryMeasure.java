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

    private enum Kind {
        /** A number that one epoch has. */
        LEVEL(1, false),
        /** A whole number that one epoch has. */
        EPOCH(1, true),
        /** A number that needs steps. */
        STEPS(3, false),
        /** A whole number that needs steps. */
        STEP_COUNT(3, true),
        /** A number that needs differences of steps: two steps correlate by 1 or -1 always. */
        DIFFERENCES(4, false);

        private final int minimumEpochs;
        private final boolean count;

        Kind(int minimumEpochs, boolean count) {
            this.minimumEpochs = minimumEpochs;
            this.count = count;
        }
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
        return kind.count;
    }

    @Override
    public int minimumEpochs() {
        return kind.minimumEpochs;
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
