package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;

/** All answers for people. */
public final class AnswerParts {
    private AnswerParts() {}

    /**
     * Headings, sentences and tables.
     *
     * @param shown most rows, columns and fields listed of each table that differs
     * @param ranks whether Wilcoxon's tests were asked for
     */
    public static ImmutableList<Part> of(Answers answers, int shown, boolean ranks) {
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
        answers.better().ifPresent(report -> parts.addAll(MeansParts.of(report, ranks)));
        if (!answers.remark().isEmpty()) {
            parts.add(new Part.Heading("Which is better, by how much, how sure?"));
            parts.add(new Part.Sentence("No answer: " + answers.remark() + "."));
        }
        return parts.build();
    }
}
