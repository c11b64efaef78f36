package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import tandem.analysis.comparison.CompareOptions.Question;
import tandem.analysis.comparison.means.Verdict;

/** What may not be, for a comparison to pass. What has no value on one side passes no gate on values. */
public enum Gate {
    /** Something differs. */
    DIFFERENCE(Question.SAME),
    /** Something is worse, or cannot be said not to be for want of values. */
    WORSE(Question.BETTER),
    /** A measure or a cell has values on one side only. */
    MISSING(Question.BETTER);

    private final Question question;

    Gate(Question question) {
        this.question = question;
    }

    /** The question whose answer decides. */
    public Question question() {
        return question;
    }

    /** Why the answers do not pass, as sentences; none where they do. */
    public ImmutableList<String> reasons(Answers answers) {
        return switch (this) {
            case DIFFERENCE ->
                answers.same().isEmpty()
                        ? ImmutableList.of(
                                "Nothing was compared row by row: neither one folder alone nor measurements of JMH"
                                        + " are.")
                        : answers.same().stream()
                                .filter(same -> !same.isSame())
                                .map(same -> same.first() + " and " + same.second() + " differ.")
                                .collect(ImmutableList.toImmutableList());
            case WORSE ->
                ImmutableList.<String>builder()
                        .addAll(reasons(answers, Verdict.WORSE))
                        .addAll(reasons(answers, Verdict.MISSING))
                        .build();
            case MISSING -> reasons(answers, Verdict.MISSING);
        };
    }

    private static ImmutableList<String> reasons(Answers answers, Verdict verdict) {
        if (answers.better().isEmpty()) {
            return ImmutableList.of("It was not decided which is better, since " + answers.remark() + ".");
        }
        long count = answers.better().get().count(verdict);
        return count == 0
                ? ImmutableList.of()
                : ImmutableList.of(
                        (count == 1 ? "A comparison is " : count + " comparisons are ") + verdict.text() + ".");
    }
}
