package tandem.measures;

/**
 * How loss and accuracy move together at the T - 1 steps between the epochs 1..T, by their directions alone. A loss that
 * changes by at most 1e-12 max(1, loss) counts as the same; accuracies are compared as numbers of correct examples.
 */
public enum StepMeasure implements Measure {
    STEPS_LOSS_DOWN_ACCURACY_DOWN(-1, -1),
    STEPS_LOSS_DOWN_ACCURACY_SAME(-1, 0),
    STEPS_LOSS_DOWN_ACCURACY_UP(-1, 1),
    STEPS_LOSS_SAME_ACCURACY_DOWN(0, -1),
    STEPS_LOSS_SAME_ACCURACY_SAME(0, 0),
    STEPS_LOSS_SAME_ACCURACY_UP(0, 1),
    STEPS_LOSS_UP_ACCURACY_DOWN(1, -1),
    STEPS_LOSS_UP_ACCURACY_SAME(1, 0),
    STEPS_LOSS_UP_ACCURACY_UP(1, 1),
    DISCORDANCE(
            "discordance",
            "share of the T - 1 steps at which loss and accuracy both rise or both fall: both_up + both_down"),
    CONCORDANCE(
            "concordance",
            "share of the T - 1 steps at which one of loss and accuracy rises and the other falls; what is left to 1"
                    + " are steps that leave one of them the same"),
    BOTH_UP("both_up", "share of the T - 1 steps at which loss and accuracy both rise"),
    BOTH_DOWN("both_down", "share of the T - 1 steps at which loss and accuracy both fall"),
    CONDITIONAL_DISCORDANCE(
            "conditional_discordance",
            "d / (d + c) of the numbers d of discordant and c of concordant steps, 0.5 where directions are independent"
                    + " and balanced; (1 + Fechner's sign coefficient) / 2; undefined NO_MOVES where d + c = 0");

    private final Description description;
    private final boolean count;
    private final int lossSign;
    private final int accuracySign;

    StepMeasure(int lossSign, int accuracySign) {
        String definition = "number of the T - 1 steps between the epochs 1..T at which the loss " + change(lossSign)
                + " (within 1e-12 max(1, loss) is the same) and the number of correct examples " + change(accuracySign);
        this.description = new Description(
                "steps_loss_" + direction(lossSign) + "_accuracy_" + direction(accuracySign),
                "steps",
                "[0, T - 1]",
                definition);
        this.count = true;
        this.lossSign = lossSign;
        this.accuracySign = accuracySign;
    }

    StepMeasure(String column, String definition) {
        this.description = new Description(column, "share", "[0, 1]", definition);
        this.count = false;
        this.lossSign = 0;
        this.accuracySign = 0;
    }

    private static String direction(int sign) {
        return sign < 0 ? "down" : sign > 0 ? "up" : "same";
    }

    private static String change(int sign) {
        return sign < 0 ? "falls" : sign > 0 ? "rises" : "stays the same";
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
        return count;
    }

    @Override
    public int minimumEpochs() {
        return 3;
    }

    @Override
    public Measured of(SplitResult result) {
        int epochs = result.curve().epochCount();
        if (epochs < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        Signs signs = result.curve().signs();
        return switch (this) {
            case STEPS_LOSS_DOWN_ACCURACY_DOWN,
                    STEPS_LOSS_DOWN_ACCURACY_SAME,
                    STEPS_LOSS_DOWN_ACCURACY_UP,
                    STEPS_LOSS_SAME_ACCURACY_DOWN,
                    STEPS_LOSS_SAME_ACCURACY_SAME,
                    STEPS_LOSS_SAME_ACCURACY_UP,
                    STEPS_LOSS_UP_ACCURACY_DOWN,
                    STEPS_LOSS_UP_ACCURACY_SAME,
                    STEPS_LOSS_UP_ACCURACY_UP -> new Measured.Defined(signs.count(lossSign, accuracySign));
            case DISCORDANCE -> share(signs.discordant(), epochs - 1);
            case CONCORDANCE -> share(signs.concordant(), epochs - 1);
            case BOTH_UP -> share(signs.count(1, 1), epochs - 1);
            case BOTH_DOWN -> share(signs.count(-1, -1), epochs - 1);
            case CONDITIONAL_DISCORDANCE ->
                signs.discordant() + signs.concordant() == 0
                        ? new Measured.Undefined(Reason.NO_MOVES)
                        : share(signs.discordant(), signs.discordant() + signs.concordant());
        };
    }

    private static Measured share(int part, int all) {
        return new Measured.Defined((double) part / all);
    }
}
