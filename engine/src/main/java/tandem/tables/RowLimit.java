package tandem.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a row that never ends before it fills the memory. */
final class RowLimit extends FilterReader {
    /** Characters of a row; what the parser reads ahead counts, too. */
    static final int LARGEST = 1 << 24;

    private long characters;

    RowLimit(Reader in) {
        super(in);
    }

    /** Says why there is no row. */
    static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1;

        RowTooLongException() {
            super("a row that begins here has more than " + LARGEST + " characters; is a quote missing?");
        }
    }

    /** Begins to count anew. */
    void nextRow() {
        characters = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        characters += count;
        if (characters > LARGEST) {
            throw new RowTooLongException();
        }
        return count;
    }
}
