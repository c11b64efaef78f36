package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeanDifference;
import tandem.analysis.comparison.means.MeansReport;

/** A line for each comparison with values on both sides. */
final class MeansTable {
    static final int MOST_ROWS = 200;

    private static final String NONE = DifferenceText.NONE;

    private final MeansReport report;
    private final boolean ranks;
    private final Footnotes footnotes;
    private final boolean onePair;
    private final boolean isShort;
    /** What all measures begin with where names are short, such as validation_. */
    private final String prefix;

    private MeansTable(MeansReport report, boolean ranks, Footnotes footnotes, int shortening) {
        this.report = report;
        this.ranks = ranks;
        this.footnotes = footnotes;
        this.onePair = MeansParts.isOnePair(report);
        this.isShort = shortening > 0;
        this.prefix = shortening > 1
                ? ShortNames.split(
                        report.comparisons().stream().map(Comparison::measure).toList())
                : "";
    }

    /**
     * The table; where the lines would be too long, with short names of factors, and then of measures that share a split.
     *
     * @param ranks whether Wilcoxon's tests were asked for
     */
    static Part.Table of(MeansReport report, boolean ranks, Footnotes footnotes) {
        var table = new MeansTable(report, ranks, footnotes, 0).table();
        for (int shortening = 1; shortening <= 2 && Layout.width(table) > Layout.WIDTH; shortening++) {
            table = new MeansTable(report, ranks, footnotes, shortening).table();
        }
        return table;
    }

    private Part.Table table() {
        return new Part.Table(
                heading(),
                report.comparisons().stream()
                        .filter(one -> one.difference().isPresent())
                        .limit(MOST_ROWS)
                        .map(this::row)
                        .collect(ImmutableList.toImmutableList()),
                1 + report.factors().size() + (onePair ? 0 : 1));
    }

    /** Levels of one factor, which {@code --baseline} compares, need not all repeat its name. */
    private String label(String label) {
        return isShort ? ShortNames.level(label) : label;
    }

    private ImmutableList<String> heading() {
        var first = report.comparisons().getFirst();
        var heading = ImmutableList.<String>builder()
                .add(prefix.isEmpty() ? "measure" : prefix + "...")
                .addAll(isShort ? ShortNames.of(report.factors()) : report.factors());
        if (!onePair) {
            heading.add("second");
        }
        heading.add(
                label(first.first()),
                onePair ? label(first.second()) : "second mean",
                "difference",
                "interval",
                "effect",
                "p");
        if (ranks) {
            heading.add(isShort ? "Wilcoxon" : "Wilcoxon p");
        }
        return heading.add("n", "verdict").build();
    }

    private ImmutableList<String> row(Comparison one) {
        var row = ImmutableList.<String>builder()
                .add(one.measure().substring(prefix.length()))
                .addAll(one.levels());
        if (!onePair) {
            row.add(label(one.second()));
        }
        one.difference().ifPresent(difference -> numbers(difference, row));
        return row.add(footnotes.verdict(one)).build();
    }

    private void numbers(MeanDifference difference, ImmutableList.Builder<String> row) {
        double half = difference
                .interval()
                .map(ends -> (ends.high() - ends.low()) / 2)
                .orElse(0.0);
        row.add(DifferenceText.number(difference.firstMean(), half));
        row.add(DifferenceText.number(difference.secondMean(), half));
        row.add(DifferenceText.number(difference.difference(), half));
        row.add(difference.interval().map(DifferenceText::interval).orElse(NONE));
        row.add(DifferenceText.effect(difference.effect()));
        row.add(DifferenceText.p(difference.p()));
        if (ranks) {
            row.add(DifferenceText.p(difference.rankP()));
        }
        row.add(
                difference.firstCount() == difference.secondCount()
                        ? Integer.toString(difference.firstCount())
                        : difference.firstCount() + ", " + difference.secondCount());
    }
}
