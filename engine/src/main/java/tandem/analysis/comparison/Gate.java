package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import tandem.analysis.comparison.CompareOptions.Question;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.Verdict;
import tandem.measures.Direction;

/** What may not be, for a comparison to pass. What has no value on one side passes no gate on values. */
public enum Gate {
    /** Something differs. */
    DIFFERENCE(Question.SAME),
    /** Something is worse, or cannot be said not to be for want of values. */
    WORSE(Question.BETTER),
    /** A measure or a cell has values on one side only, or too few of them a partner to be decided. */
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
                        .addAll(undirected(answers))
                        .addAll(missing(answers))
                        .build();
            case MISSING -> missing(answers);
        };
    }

    /** Where it is known of no measure which way is better, nothing could ever be worse. */
    private static ImmutableList<String> undirected(Answers answers) {
        return answers.better()
                .filter(report -> !report.comparisons().isEmpty())
                .filter(report -> report.comparisons().stream().allMatch(one -> one.direction() == Direction.NEITHER))
                .map(report -> ImmutableList.of(
                        "Nothing can be worse while it is known of no measure which way is better: --higher or --lower"
                                + " says it."))
                .orElse(ImmutableList.of());
    }

    /** What was not compared is never a pass, nor is an answer about nothing. */
    private static ImmutableList<String> missing(Answers answers) {
        var reasons = ImmutableList.<String>builder().addAll(reasons(answers, Verdict.MISSING));
        answers.better().ifPresent(report -> {
            if (report.comparisons().isEmpty()) {
                reasons.add("No means were compared: there is no column with numbers.");
            }
            long lacking = report.comparisons().stream()
                    .filter(Comparison::lacksValues)
                    .count();
            if (lacking > 0) {
                reasons.add(
                        lacking == 1
                                ? "A comparison lacks over 5 % of its values, and so does not pass."
                                : lacking + " comparisons lack over 5 % of their values, and so do not pass.");
            }
        });
        return reasons.build();
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
