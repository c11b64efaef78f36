package tandem.analysis.comparison;

/** What was asked cannot be compared; the message is a sentence that says what instead. */
public final class UnusableComparisonException extends Exception {
    private static final long serialVersionUID = 1;

    public UnusableComparisonException(String sentence) {
        super(sentence);
    }
}
