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

    /** The text; only for people it depends on the presentation. */
    public static String of(Answers answers, Format format, Presentation presentation) {
        return switch (format) {
            case TEXT -> Layout.text(AnswerParts.of(answers, presentation));
            case MARKDOWN -> Layout.markdown(AnswerParts.of(answers, presentation));
            case CSV -> answers.better().map(MeansCsv::of).orElseGet(() -> DiffCsv.of(answers));
            case JSON -> AnswerJson.of(answers);
        };
    }
}
