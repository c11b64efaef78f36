package tandem.measures;

/** Why a measure has no value. Tables print the constant's name. */
public enum Reason {
    /** The trajectory has fewer epochs than the measure needs; see {@link Measure#minimumEpochs()}. */
    TOO_SHORT("the trajectory has too few epochs"),
    /** The largest and the smallest loss differ by at most 1e-12 * max(1, largest loss): what is left is rounding. */
    CONSTANT_LOSS("the loss does not change"),
    /** Every epoch has the same number of correct examples. */
    CONSTANT_ACCURACY("the accuracy does not change"),
    /** The largest and the smallest step of the loss differ by at most 1e-12 * max(1, largest loss). */
    CONSTANT_LOSS_STEPS("the loss changes by the same amount at every step"),
    /** Every step changes the number of correct examples by the same number. */
    CONSTANT_ACCURACY_STEPS("the accuracy changes by the same amount at every step"),
    /** No step moves both loss and accuracy. */
    NO_MOVES("loss and accuracy never move at the same step"),
    /** What the measure looks for does not happen. */
    NEVER("it never happens"),
    /** Fewer than three epochs on that side of the smallest loss. */
    TOO_FEW_EPOCHS("there are fewer than three epochs on that side of the smallest loss"),
    /** The run has no last state. */
    DIVERGED("the run diverged"),
    /** All labels of the split are of one class. */
    SINGLE_CLASS("all examples are of one class"),
    /** A class has no example in the split. */
    EMPTY_CLASS("a class has no examples"),
    /** Every example is classified correctly. */
    NO_ERRORS("no example is misclassified"),
    /** The upper end of the calibrated band is not above its lower end: so many errors rule calibration out. */
    NO_BAND("a calibrated predictor does not make so many errors"),
    /** All labels and all predictions are the same class, so that chance alone agrees always. */
    CERTAIN_AGREEMENT("labels and predictions are all the same class"),
    /** Too many resamples are constant. */
    UNSTABLE("too many resamples have no value"),
    /** The losses of the examples have a variance of at most 1e-24 max(1, largest loss^2): what is left is rounding. */
    EQUAL_LOSSES("the examples have equal losses"),
    /** The quartiles of the losses coincide. */
    EQUAL_QUARTILES("the quartiles of the losses are equal"),
    /** The losses of the examples sum to 0. */
    ZERO_LOSS("the loss is zero"),
    /** There is no validation split. */
    NO_VALIDATION("there is no validation split"),
    /** There is no test split. */
    NO_TEST("there is no test split"),
    /** The optimum is not inside the interval that is searched. */
    BOUNDARY("the optimum is not inside the searched interval"),
    /** Arithmetic on finite numbers left the range of double. */
    OVERFLOW("the value is too large");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason as a clause for a reader. */
    public String text() {
        return text;
    }
}
