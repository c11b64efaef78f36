package tandem.analysis.comparison.diff;

import tandem.tables.ResultFile;

/** What became of comparing one table of two result folders. */
public sealed interface TableOutcome {

    ResultFile file();

    /** How it is known that tables are the same. */
    enum Ground {
        BYTES("the same bytes"),
        FIELDS("the same rows"),
        /** One folder does not have the file, but its manifest says what was in it. */
        DIGESTS("the same digest in both manifests");

        private final String text;

        Ground(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Nothing differs. */
    record Same(ResultFile file, Ground ground) implements TableOutcome {}

    /** Rows were joined, and something differs. */
    record Different(ResultFile file, TableDiff diff) implements TableOutcome {}

    /** One folder does not have the file, and the manifests list different digests. */
    record DifferentDigests(ResultFile file) implements TableOutcome {}

    /** @param first whether the first folder has it and the second knows nothing of it; else the other way round */
    record OnlyOne(ResultFile file, boolean first) implements TableOutcome {}

    /** The bytes differ, and rows cannot be joined. */
    record NotJoined(ResultFile file, String reason) implements TableOutcome {}
}
