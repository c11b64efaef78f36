package tandem.tables;

import java.nio.file.Path;

/** A table that cannot be read; the message is a sentence that starts with file and line. */
public final class UnusableTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableTableException(Path file, long line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
