package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeanDifference;
import tandem.analysis.comparison.means.MeansReport;

/** The answer to the second question: which is better, by how much, how sure? */
final class MeansParts {
    static final String QUESTION = "Which is better, by how much, how sure?";

    private static final MathContext LEVEL_DIGITS = new MathContext(6);

    private MeansParts() {}

    /**
     * How many came to which verdict; a table with a line for each comparison, or with the levels of some factors side by
     * side; and how it was compared.
     */
    static ImmutableList<Part> of(MeansReport report, Presentation presentation) {
        var parts = ImmutableList.<Part>builder();
        parts.add(new Part.Heading(QUESTION));
        if (report.comparisons().isEmpty()) {
            parts.add(new Part.Sentence("There is nothing to compare: no column has numbers."));
            report.notes().forEach(note -> parts.add(new Part.Sentence(note)));
            return parts.build();
        }
        parts.addAll(verdicts(report));
        var compared = report.comparisons().stream()
                .filter(one -> one.difference().isPresent())
                .toList();
        boolean aside = !presentation.columns().isEmpty();
        var footnotes = new Footnotes(aside ? report.comparisons() : compared);
        if (aside) {
            parts.add(SideBySide.table(report, presentation.columns(), footnotes));
        } else {
            if (!compared.isEmpty()) {
                parts.add(MeansTable.of(report, presentation.ranks(), footnotes));
            }
            int more = compared.size() - MeansTable.MOST_ROWS;
            if (more > 0) {
                parts.add(new Part.Sentence(
                        "And " + Counts.of(more, "comparison") + " more, which --format csv writes in full."));
            }
            parts.addAll(Absences.of(report));
        }
        parts.addAll(footnotes.sentences());
        parts.add(new Part.Sentence(method(report)));
        report.notes().forEach(note -> parts.add(new Part.Sentence(note)));
        return parts.build();
    }

    /** Whether the first is compared with a single other. */
    static boolean isOnePair(MeansReport report) {
        return report.comparisons().stream().map(Comparison::second).distinct().count() == 1;
    }

    /** A sentence for each pair. */
    private static List<Part> verdicts(MeansReport report) {
        Map<String, List<Comparison>> bySecond = report.comparisons().stream()
                .collect(Collectors.groupingBy(Comparison::second, LinkedHashMap::new, Collectors.toList()));
        return bySecond.values().stream().map(MeansParts::verdicts).toList();
    }

    private static Part verdicts(List<Comparison> ofPair) {
        Map<String, Long> counts = ofPair.stream()
                .sorted((a, b) ->
                        a.judgement().verdict().compareTo(b.judgement().verdict()))
                .collect(Collectors.groupingBy(DifferenceText::verdict, LinkedHashMap::new, Collectors.counting()));
        var first = ofPair.getFirst();
        return new Part.Sentence(String.format(
                Locale.ROOT,
                "%s against %s, %s: %s.",
                first.second(),
                first.first(),
                Counts.of(ofPair.size(), "comparison"),
                counts.entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "))));
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
                        + " interval has level %s %%: with %s, all hold at once with %s %%. The effect is %s; p is of"
                        + " %s, each alone.",
                percent(report.level()),
                Counts.of(report.count(), "comparison"),
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
