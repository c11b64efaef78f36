package tandem.measures;

/** Why a measure has no value. Tables print the constant's name. */
public enum Reason {
    /** The trajectory has fewer epochs than the measure needs; see {@link Measure#minimumEpochs()}. */
    TOO_SHORT("the trajectory has too few epochs"),
    /** The largest and the smallest loss differ by at most 1e-12 * max(1, largest loss): what is left is rounding. */
    CONSTANT_LOSS("the loss does not change"),
    /** Every epoch has the same number of correct examples. */
    CONSTANT_ACCURACY("the accuracy does not change");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason as a clause for a reader. */
    public String text() {
        return text;
    }
}
