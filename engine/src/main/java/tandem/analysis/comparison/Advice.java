package tandem.analysis.comparison;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeansReport;
import tandem.analysis.comparison.means.Side;
import tandem.analysis.comparison.means.Verdict;
import tandem.measures.Direction;

/** What would answer more, as a sentence; empty where nothing would. */
final class Advice {
    private static final String NO_CHANCE = "Means of a single value say nothing of chance";

    private Advice() {}

    /** Of runs. */
    static String onReplicates(MeansReport report) {
        return report.lacksReplicates() ? NO_CHANCE + ": run with more replicates, for instance --replicates 10." : "";
    }

    /** Of a benchmark. */
    static String onForks(MeansReport report) {
        return report.lacksReplicates() ? NO_CHANCE + ": measure with several forks, for instance -f 5." : "";
    }

    /**
     * Of files that another tool has written.
     *
     * @param hasReplicate whether a column tells repetitions apart
     */
    static String onColumns(MeansReport report, ImmutableList<Side> sides, boolean hasReplicate) {
        if (report.lacksReplicates() && hasReplicate) {
            return NO_CHANCE + ": they need rows of several repetitions.";
        }
        if (report.lacksReplicates()) {
            var candidates = repetitions(report, sides);
            return NO_CHANCE + ": name the column that tells repetitions apart with --replicate"
                    + (candidates.isEmpty()
                            ? ", or fewer columns with --key."
                            : lenientFormat(
                                    ", for instance --replicate %s.", String.join(" or --replicate ", candidates)));
        }
        var undirected = report.comparisons().stream()
                .filter(one ->
                        one.direction() == Direction.NEITHER && one.judgement().verdict() == Verdict.DIFFERENT)
                .map(Comparison::measure)
                .distinct()
                .toList();
        return undirected.isEmpty()
                ? ""
                : lenientFormat(
                        "Which way %s is better is not known: say it with --higher or --lower.",
                        String.join(", ", undirected));
    }

    /** Those of the factors whose levels are whole numbers; all where none has such. */
    private static List<String> repetitions(MeansReport report, ImmutableList<Side> sides) {
        var factors = report.factors();
        var whole = IntStream.range(0, factors.size())
                .filter(f -> sides.stream()
                        .flatMap(side -> side.groups().keySet().stream())
                        .allMatch(levels ->
                                levels.size() == factors.size() && levels.get(f).matches("[0-9]+(\\.0)?")))
                .mapToObj(factors::get)
                .toList();
        return whole.isEmpty() ? factors : whole;
    }
}
