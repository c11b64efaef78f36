package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeanDifference;
import tandem.analysis.comparison.means.MeansReport;

/** Comparisons of means as CSV, in full; what does not exist is an empty field. */
final class MeansCsv {
    static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "first",
            "second",
            "verdict",
            "note",
            "better",
            "n_first",
            "n_second",
            "n_missing",
            "mean_first",
            "mean_second",
            "difference",
            "ci_low",
            "ci_high",
            "level",
            "effect",
            "effect_kind",
            "test",
            "p",
            "wilcoxon_p",
            "equivalent_within");

    /** Those of the columns that hold text. */
    static final ImmutableSet<String> TEXTS =
            ImmutableSet.of("first", "second", "verdict", "note", "better", "effect_kind", "test");

    private MeansCsv() {}

    static String of(MeansReport report) {
        var rows = new ArrayList<List<String>>();
        var heading = new ArrayList<String>();
        heading.add("measure");
        heading.addAll(report.factors());
        heading.addAll(COLUMNS);
        rows.add(heading);
        for (Comparison one : report.comparisons()) {
            var row = new ArrayList<String>();
            row.add(one.measure());
            row.addAll(one.levels());
            row.addAll(fields(one, report.level()));
            rows.add(row);
        }
        return CsvText.of(rows);
    }

    /** Texts in the order of {@link #COLUMNS}. */
    static ImmutableList<String> fields(Comparison one, double level) {
        var found = one.difference();
        boolean paired = found.map(MeanDifference::paired).orElse(false);
        boolean tested = found.flatMap(MeanDifference::interval).isPresent();
        return ImmutableList.of(
                one.first(),
                one.second(),
                one.judgement().verdict().text(),
                one.judgement().note(),
                one.direction().name().toLowerCase(Locale.ROOT),
                found.map(d -> Integer.toString(d.firstCount())).orElse(""),
                found.map(d -> Integer.toString(d.secondCount())).orElse(""),
                found.map(d -> Integer.toString(d.missing())).orElse(""),
                number(found, MeanDifference::firstMean),
                number(found, MeanDifference::secondMean),
                number(found, MeanDifference::difference),
                number(found, d -> d.interval().map(ends -> ends.low()).orElse(Double.NaN)),
                number(found, d -> d.interval().map(ends -> ends.high()).orElse(Double.NaN)),
                tested ? Double.toString(level) : "",
                number(found, d -> d.effect().orElse(Double.NaN)),
                tested ? (paired ? "cohen_dz" : "hedges_g") : "",
                tested ? (paired ? "student_paired" : "welch") : "",
                number(found, d -> d.p().orElse(Double.NaN)),
                number(found, d -> d.rankP().orElse(Double.NaN)),
                text(one.band()));
    }

    private static String number(Optional<MeanDifference> found, ToDoubleFunction<MeanDifference> of) {
        return text(found.map(difference -> OptionalDouble.of(of.applyAsDouble(difference)))
                .orElse(OptionalDouble.empty()));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? Double.toString(value.getAsDouble()) : "";
    }
}
