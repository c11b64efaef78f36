package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import tandem.analysis.comparison.diff.ColumnPattern;
import tandem.analysis.comparison.jmh.JmhResults;
import tandem.analysis.comparison.means.MeansComparer;
import tandem.analysis.comparison.means.MeansReport;
import tandem.analysis.comparison.means.Pairing;
import tandem.analysis.comparison.means.Side;

/** The second question, of files that JMH has written. */
record JmhSides(CompareOptions options, ImmutableList<String> labels, ImmutableList<Path> paths)
        implements ResultsComparer.Sides {
    private static final Pairing FORKS = new Pairing(false, "forks of different sessions have nothing in common");

    @Override
    public String obstacle() {
        return "";
    }

    @Override
    public MeansReport compare() throws IOException, UnusableComparisonException {
        var selection = options.selection();
        if (!selection.kept().isEmpty()) {
            throw new UnusableComparisonException(
                    "--row and --col: scores of different benchmarks have no common mean; choose with --filter");
        }
        var read = ImmutableList.<JmhResults>builder();
        for (Path path : paths) {
            read.add(JmhResults.read(path));
        }
        var files = read.build();
        var factors = JmhResults.factors(files);
        for (var filter : selection.filter()) {
            if (!factors.contains(filter.factor())) {
                throw new UnusableComparisonException("--filter: there is no factor " + filter.factor() + "; there are "
                        + String.join(", ", factors));
            }
        }
        var directions = JmhResults.measures(files);
        ImmutableList<String> measures =
                directions.keySet().stream().filter(this::isWanted).collect(ImmutableList.toImmutableList());
        var comparer = new MeansComparer(options.means(), factors);
        comparer.know(directions);
        var sides = IntStream.range(0, files.size())
                .mapToObj(i -> filtered(files.get(i).side(labels.get(i), factors), factors))
                .toList();
        for (int other = 1; other < sides.size(); other++) {
            comparer.add(sides.getFirst(), sides.get(other), measures, FORKS);
        }
        var report = comparer.report();
        return report.with(Advice.onForks(report));
    }

    /** Scores unless others are asked for: profilers add a dozen. */
    private boolean isWanted(String measure) {
        var asked = options.selection().measures();
        return asked.isEmpty()
                ? measure.startsWith("score")
                : asked.stream().anyMatch(text -> new ColumnPattern(text).matches(measure));
    }

    private Side filtered(Side side, ImmutableList<String> factors) {
        var groups = Maps.filterKeys(side.groups(), levels -> passes(levels, factors));
        return new Side(side.label(), ImmutableMap.copyOf(groups), side.hidden(), side.notes());
    }

    /** Several levels of one factor are alternatives. */
    private boolean passes(ImmutableList<String> levels, ImmutableList<String> factors) {
        var filter = options.selection().filter();
        return filter.stream()
                .map(CompareOptions.FactorLevel::factor)
                .allMatch(factor -> filter.stream()
                        .anyMatch(one -> one.factor().equals(factor)
                                && one.level().equals(levels.get(factors.indexOf(factor)))));
    }
}
