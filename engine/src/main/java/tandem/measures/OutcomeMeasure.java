package tandem.measures;

/**
 * What loss and predictions say at the end of training; {@link Reason#DIVERGED} where there is none. The loss is the
 * trajectory's last, so that columns agree to the bit.
 */
public enum OutcomeMeasure implements Measure {
    NORMALISED_LOSS("normalised_loss", "1", "[0, inf)", "last loss / ln K: 1 for the uniform prediction"),
    LOSS_SKILL(
            "loss_skill",
            "1",
            "(-inf, 1]",
            "1 - last loss / H, H the entropy of the split's class shares: 0 for predicting these shares always;"
                    + " undefined SINGLE_CLASS where H = 0"),
    ACCURACY_SKILL(
            "accuracy_skill",
            "1",
            "(-inf, 1]",
            "(A - M) / (1 - M), A the last accuracy, M the share of the split's most frequent class: 0 for predicting"
                    + " this class always; undefined SINGLE_CLASS where M = 1"),
    FANO_EXCESS(
            "fano_excess",
            "nats",
            "",
            "D = last loss - (H_b(e) + e ln(K - 1)), e the last error, H_b(e) = -e ln e - (1 - e) ln(1 - e): above"
                    + " fano_margin only if the probabilities are not calibrated"),
    FANO_MARGIN(
            "fano_margin",
            "nats",
            "(0, inf)",
            "3.84 / (2 n): what fano_excess exceeds in about 5 % of splits of n examples if a predictor of constant"
                    + " confidence is calibrated (up to 8 % where it is wrong on 5 to 10 of them on average, up to 18 %"
                    + " below 5), and more seldom if confidences differ"),
    EXCEEDS_BAND("exceeds_band", "1", "0, 1", "1 where fano_excess > fano_margin, else 0"),
    BAND_POSITION(
            "band_position",
            "1",
            "",
            "(last loss - low) / (high - low), low = 2 ln 2 e, high = H_b(e) + e ln(K - 1), e the last error: 0 to 1"
                    + " inside the band of calibrated predictors, below 0 hedged, above 1 overconfident; undefined"
                    + " NO_ERRORS where e = 0, NO_BAND where high <= low (within 1e-12), as for K = 2 and e >= 1/2"),
    BALANCED_ACCURACY(
            "balanced_accuracy",
            "share",
            "[0, 1]",
            "mean recall at the end over the classes that have examples in the split; empty_classes says how many have"
                    + " none"),
    EMPTY_CLASSES("empty_classes", "classes", "[0, K - 1]", "classes of the data without examples in the split"),
    MACRO_F1(
            "macro_f1",
            "share",
            "[0, 1]",
            "mean of F1 = 2 TP / (2 TP + FP + FN) at the end over the classes that have examples in the split"),
    KAPPA(
            "kappa",
            "1",
            "[-1, 1]",
            "Cohen's kappa (p_o - p_e) / (1 - p_e) of labels and last predictions, p_e their agreement by chance;"
                    + " undefined CERTAIN_AGREEMENT where p_e = 1"),
    AUC(
            "auc",
            "share",
            "[0, 1]",
            "for K = 2: share of pairs of an example of either class that the last logits put in the right order, equal"
                    + " ones half; undefined EMPTY_CLASS where a class has no examples");

    private final Description description;

    OutcomeMeasure(String column, String unit, String range, String definition) {
        this.description = new Description(column, unit, range, definition);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Direction direction() {
        return switch (this) {
            case NORMALISED_LOSS -> Direction.LOWER;
            case LOSS_SKILL, ACCURACY_SKILL, BALANCED_ACCURACY, MACRO_F1, KAPPA, AUC -> Direction.HIGHER;
            case FANO_EXCESS, FANO_MARGIN, EXCEEDS_BAND, BAND_POSITION, EMPTY_CLASSES -> Direction.NEITHER;
        };
    }

    @Override
    public boolean isCount() {
        return this == EXCEEDS_BAND || this == EMPTY_CLASSES;
    }

    @Override
    public int minimumEpochs() {
        return 0;
    }

    @Override
    public Measured of(SplitResult result) {
        return result.last().map(last -> of(result, last)).orElseGet(() -> new Measured.Undefined(Reason.DIVERGED));
    }

    private Measured of(SplitResult result, Outcomes last) {
        double loss = result.curve().loss(result.curve().epochCount());
        var band = CalibratedBand.of(result, result.curve().epochCount());
        double margin = CalibratedBand.margin(last.count());
        var classes = last.classCounts();
        return switch (this) {
            case NORMALISED_LOSS -> Measured.ofComputed(loss / StrictMath.log(result.classCount()));
            case LOSS_SKILL -> classes.lossSkill(loss);
            case ACCURACY_SKILL -> classes.accuracySkill();
            case FANO_EXCESS -> Measured.ofComputed(band.excess(loss));
            case FANO_MARGIN -> new Measured.Defined(margin);
            case EXCEEDS_BAND -> new Measured.Defined(band.excess(loss) > margin ? 1 : 0);
            case BAND_POSITION -> band.position(loss);
            case BALANCED_ACCURACY -> new Measured.Defined(classes.balancedAccuracy());
            case EMPTY_CLASSES -> new Measured.Defined(classes.emptyClasses());
            case MACRO_F1 -> new Measured.Defined(classes.macroF1());
            case KAPPA -> classes.kappa();
            case AUC -> Auc.of(last);
        };
    }
}
