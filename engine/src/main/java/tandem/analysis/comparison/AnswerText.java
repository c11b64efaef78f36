package tandem.analysis.comparison;

/** Answers in a format. */
public final class AnswerText {
    private AnswerText() {}

    /** How answers are written. */
    public enum Format {
        TEXT,
        MARKDOWN,
        CSV,
        JSON
    }

    /** @see AnswerParts#of */
    public static String of(Answers answers, Format format, int shown, boolean ranks) {
        return switch (format) {
            case TEXT -> Layout.text(AnswerParts.of(answers, shown, ranks));
            case MARKDOWN -> Layout.markdown(AnswerParts.of(answers, shown, ranks));
            case CSV -> answers.better().map(MeansCsv::of).orElseGet(() -> DiffCsv.of(answers.same()));
            case JSON -> AnswerJson.of(answers);
        };
    }
}
