package tandem.tables;

/** A folder that must not be written to; the message is a sentence that says what to do instead. */
public final class RefusedFolderException extends Exception {
    private static final long serialVersionUID = 1;

    public RefusedFolderException(String sentence) {
        super(sentence);
    }
}
