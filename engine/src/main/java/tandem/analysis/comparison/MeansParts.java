package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeanDifference;
import tandem.analysis.comparison.means.MeansReport;
import tandem.analysis.comparison.means.Verdict;

/** The answer to the second question: which is better, by how much, how sure? */
final class MeansParts {
    private static final int MOST_ROWS = 200;
    private static final MathContext LEVEL_DIGITS = new MathContext(6);
    private static final String NONE = DifferenceText.NONE;

    private MeansParts() {}

    /** A table with a line for each comparison, or with the levels of some factors side by side, and how it was compared. */
    static ImmutableList<Part> of(MeansReport report, Presentation presentation) {
        var parts = ImmutableList.<Part>builder();
        parts.add(new Part.Heading("Which is better, by how much, how sure?"));
        if (report.comparisons().isEmpty()) {
            return parts.add(new Part.Sentence("There is nothing to compare.")).build();
        }
        boolean onePair =
                report.comparisons().stream().map(Comparison::second).distinct().count() == 1;
        parts.add(
                presentation.columns().isEmpty()
                        ? table(report, presentation.ranks(), onePair)
                        : SideBySide.table(report, presentation.columns(), onePair));
        int more = report.comparisons().size() - MOST_ROWS;
        if (more > 0 && presentation.columns().isEmpty()) {
            parts.add(new Part.Sentence(
                    String.format(Locale.ROOT, "And %,d comparisons more, which --format csv writes in full.", more)));
        }
        parts.add(new Part.Sentence(verdicts(report)));
        parts.add(new Part.Sentence(method(report)));
        report.notes().forEach(note -> parts.add(new Part.Sentence(note)));
        return parts.build();
    }

    private static Part.Table table(MeansReport report, boolean ranks, boolean onePair) {
        return new Part.Table(
                heading(report, ranks, onePair),
                report.comparisons().stream()
                        .limit(MOST_ROWS)
                        .map(one -> row(one, ranks, onePair))
                        .collect(ImmutableList.toImmutableList()),
                1 + report.factors().size() + (onePair ? 0 : 1));
    }

    private static ImmutableList<String> heading(MeansReport report, boolean ranks, boolean onePair) {
        var first = report.comparisons().getFirst();
        var heading = ImmutableList.<String>builder().add("measure").addAll(report.factors());
        if (!onePair) {
            heading.add("second");
        }
        heading.add(first.first(), onePair ? first.second() : "second", "difference", "interval", "effect", "p");
        if (ranks) {
            heading.add("Wilcoxon p");
        }
        return heading.add("n", "verdict").build();
    }

    private static ImmutableList<String> row(Comparison one, boolean ranks, boolean onePair) {
        var row = ImmutableList.<String>builder().add(one.measure()).addAll(one.levels());
        if (!onePair) {
            row.add(one.second());
        }
        if (one.difference().isPresent()) {
            numbers(one.difference().get(), ranks, row);
        } else {
            row.add(NONE, NONE, NONE, NONE, NONE, NONE);
            if (ranks) {
                row.add(NONE);
            }
            row.add(NONE);
        }
        return row.add(DifferenceText.verdict(one)).build();
    }

    private static void numbers(MeanDifference difference, boolean ranks, ImmutableList.Builder<String> row) {
        double half = difference
                .interval()
                .map(ends -> (ends.high() - ends.low()) / 2)
                .orElse(0.0);
        row.add(DifferenceText.number(difference.firstMean(), half));
        row.add(DifferenceText.number(difference.secondMean(), half));
        row.add(DifferenceText.number(difference.difference(), half));
        row.add(difference.interval().map(DifferenceText::interval).orElse(NONE));
        row.add(
                difference.effect().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", difference.effect().getAsDouble())
                        : NONE);
        row.add(DifferenceText.p(difference.p()));
        if (ranks) {
            row.add(DifferenceText.p(difference.rankP()));
        }
        row.add(
                difference.firstCount() == difference.secondCount()
                        ? Integer.toString(difference.firstCount())
                        : difference.firstCount() + ", " + difference.secondCount());
    }

    private static String verdicts(MeansReport report) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (report.count(verdict) > 0) {
                counts.add(String.format(Locale.ROOT, "%,d %s", report.count(verdict), verdict.text()));
            }
        }
        int all = report.comparisons().size();
        return String.format(
                Locale.ROOT, "Of %,d comparison%s: %s.", all, all == 1 ? "" : "s", String.join(", ", counts));
    }

    private static String method(MeansReport report) {
        boolean paired = report.comparisons().stream()
                .anyMatch(one -> one.difference().map(MeanDifference::paired).orElse(false));
        boolean unpaired = report.comparisons().stream()
                .anyMatch(one -> one.difference().map(found -> !found.paired()).orElse(false));
        String effect =
                paired && unpaired ? "Cohen's d_z where paired, else Hedges' g" : paired ? "Cohen's d_z" : "Hedges' g";
        String test = paired && unpaired
                ? "Student's paired or Welch's test"
                : paired ? "Student's paired test" : "Welch's test";
        return String.format(
                Locale.ROOT,
                "The difference is the second mean minus the first, and the verdict is on the second. Student's"
                        + " interval has level %s %%: with %,d comparison%s, all hold at once with %s %%. The effect is"
                        + " %s; p is of %s, each alone.",
                percent(report.level()),
                report.count(),
                report.count() == 1 ? "" : "s",
                percent(report.confidence()),
                effect,
                test);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .round(LEVEL_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
