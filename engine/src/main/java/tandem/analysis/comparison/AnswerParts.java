package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;

/** All answers for people: first what was answered, in short, then what lies behind it. */
public final class AnswerParts {
    private AnswerParts() {}

    /** Headings, sentences and tables. */
    public static ImmutableList<Part> of(Answers answers, Presentation presentation) {
        var parts = ImmutableList.<Part>builder();
        answers.warnings().forEach(warning -> parts.add(new Part.Sentence(warning)));
        answers.changes().forEach(change -> parts.addAll(ChangeParts.of(change)));
        answers.same().forEach(same -> parts.addAll(DiffParts.answer(same)));
        answers.better().ifPresent(report -> parts.addAll(MeansParts.of(report, presentation)));
        if (!answers.remark().isEmpty()) {
            parts.add(new Part.Heading(MeansParts.QUESTION));
            parts.add(new Part.Sentence("No answer: " + answers.remark() + "."));
        }
        answers.same().forEach(same -> parts.addAll(DiffParts.details(same, presentation.shown())));
        return parts.build();
    }
}
