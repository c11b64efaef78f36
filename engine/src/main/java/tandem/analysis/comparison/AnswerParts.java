package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;

/** All answers for people. */
public final class AnswerParts {
    private AnswerParts() {}

    /** Headings, sentences and tables. */
    public static ImmutableList<Part> of(Answers answers, Presentation presentation) {
        int shown = presentation.shown();
        var parts = ImmutableList.<Part>builder();
        for (Answers.Same same : answers.same()) {
            parts.addAll(
                    switch (same) {
                        case Answers.SameFolders(String first, String second, var diff) ->
                            DiffParts.of(first, second, diff, shown);
                        case Answers.SameFiles(String first, String second, var diff) ->
                            DiffParts.of(first, second, diff, shown);
                    });
        }
        answers.better().ifPresent(report -> parts.addAll(MeansParts.of(report, presentation)));
        if (!answers.remark().isEmpty()) {
            parts.add(new Part.Heading("Which is better, by how much, how sure?"));
            parts.add(new Part.Sentence("No answer: " + answers.remark() + "."));
        }
        return parts.build();
    }
}
