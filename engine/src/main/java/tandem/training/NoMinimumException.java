package tandem.training;

/** The objective of a run has no minimum, or none that was reached; the message says why and what to do. */
public final class NoMinimumException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoMinimumException(String message) {
        super(message);
    }
}
