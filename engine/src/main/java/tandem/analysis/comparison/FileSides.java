package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tandem.analysis.comparison.means.MeansComparer;
import tandem.analysis.comparison.means.MeansReport;
import tandem.analysis.comparison.means.Pairing;
import tandem.analysis.comparison.means.SideReader;
import tandem.analysis.comparison.means.SideTable;

/** The second question, of CSV files. */
record FileSides(CompareOptions options, ImmutableList<String> labels, FileColumns columns)
        implements ResultsComparer.Sides {

    @Override
    public String obstacle() {
        return columns.areRuns()
                        || !options.selection().kept().isEmpty()
                        || !options.keys().isEmpty()
                ? ""
                : "it is asked of runs.csv, or of files whose cells are named by --key or --row";
    }

    @Override
    public MeansReport compare() throws IOException, UnusableComparisonException, SideReader.TooManyException {
        boolean runs = columns.areRuns();
        var tables = ImmutableList.<SideTable>builder();
        for (int i = 0; i < labels.size(); i++) {
            Path path = columns.paths().get(i);
            tables.add(
                    runs
                            ? SideTable.ofRuns(labels.get(i), path)
                            : SideTable.ofCsv(labels.get(i), path, factors(), Optional.of(replicate())));
        }
        var choice = Choice.of(options.selection(), tables.build(), runs);
        var comparer = new MeansComparer(options.means(), choice.grouping().kept());
        var sides = choice.read(tables.build());
        for (int other = 1; other < sides.size(); other++) {
            comparer.add(sides.getFirst(), sides.get(other), choice.grouping().measures(), pairing());
        }
        var report = comparer.report();
        return runs
                ? report.with(Advice.onReplicates(report))
                : report.with(Advice.onColumns(report, sides, columns.haveReplicate()));
    }

    private String replicate() {
        return options.selection().replicate();
    }

    /** Key columns but for the number of the repetition, and what else is asked to stay apart or to be chosen. */
    private ImmutableList<String> factors() {
        var factors = ImmutableList.<String>builder();
        options.keys().stream().filter(key -> !key.equals(replicate())).forEach(factors::add);
        var selection = options.selection();
        selection.kept().stream().filter(name -> !options.keys().contains(name)).forEach(factors::add);
        selection.filter().stream()
                .map(CompareOptions.FactorLevel::factor)
                .filter(name ->
                        !options.keys().contains(name) && !selection.kept().contains(name))
                .distinct()
                .forEach(factors::add);
        return factors.build();
    }

    private Pairing pairing() {
        return options.selection().paired()
                ? new Pairing(true, "--paired says that equal replicates belong together")
                : new Pairing(
                        false,
                        "files have no manifest that says whether a replicate has the same random streams (--paired if"
                                + " it has)");
    }
}
