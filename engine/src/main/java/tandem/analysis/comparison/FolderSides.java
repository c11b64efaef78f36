package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import tandem.analysis.comparison.CompareOptions.FactorLevel;
import tandem.analysis.comparison.means.Level;
import tandem.analysis.comparison.means.MeansComparer;
import tandem.analysis.comparison.means.MeansReport;
import tandem.analysis.comparison.means.Pairing;
import tandem.analysis.comparison.means.Side;
import tandem.analysis.comparison.means.SideReader;
import tandem.analysis.comparison.means.SideTable;
import tandem.analysis.comparison.means.Values;
import tandem.tables.FinishedFolder;
import tandem.tables.ResultFile;

/** The second question, of the runs of result folders: of several, or of the levels of one factor in one. */
record FolderSides(CompareOptions options, ImmutableList<String> labels, ImmutableList<FinishedFolder> folders)
        implements ResultsComparer.Sides {
    private static final Pairing ONE_FOLDER =
            new Pairing(true, "a replicate has the same random streams in every cell of a folder");

    @Override
    public String obstacle() {
        for (int i = 0; i < folders.size(); i++) {
            if (folders.get(i).path(ResultFile.RUNS).isEmpty()) {
                return labels.get(i) + " has no runs.csv";
            }
        }
        return "";
    }

    @Override
    public MeansReport compare() throws IOException, UnusableComparisonException, SideReader.TooManyException {
        var tables = ImmutableList.<SideTable>builder();
        for (int i = 0; i < folders.size(); i++) {
            tables.add(SideTable.ofRuns(
                    labels.get(i), folders.get(i).path(ResultFile.RUNS).orElseThrow()));
        }
        var baseline = options.selection().baseline();
        if (baseline.isPresent()) {
            return within(tables.build(), baseline.get());
        }
        var choice = Choice.of(options.selection(), tables.build(), true);
        var comparer = new MeansComparer(options.means(), choice.grouping().kept());
        var sides = choice.read(tables.build());
        for (int other = 1; other < sides.size(); other++) {
            comparer.add(
                    sides.getFirst(),
                    sides.get(other),
                    choice.grouping().measures(),
                    Pairing.of(folders.getFirst().manifest(), folders.get(other).manifest()));
        }
        var report = comparer.report();
        return report.with(Advice.onReplicates(report));
    }

    private MeansReport within(ImmutableList<SideTable> tables, FactorLevel baseline)
            throws IOException, UnusableComparisonException, SideReader.TooManyException {
        if (tables.size() > 1) {
            throw new UnusableComparisonException("--baseline compares within one result folder; name only one");
        }
        var choice = Choice.of(options.selection(), tables, true).with(baseline.factor(), tables.getFirst());
        var sides = byLevel(choice.read(tables).getFirst(), baseline.factor());
        var first = sides.entrySet().stream()
                .filter(side -> Level.isMeant(baseline.level(), side.getKey()))
                .findFirst();
        if (first.isEmpty()) {
            throw new UnusableComparisonException("--baseline: " + baseline.factor() + " has no level "
                    + baseline.level() + "; its levels are " + String.join(", ", sides.keySet()));
        }
        var kept = choice.grouping().kept();
        var comparer = new MeansComparer(options.means(), kept.subList(0, kept.size() - 1));
        var base = first.get();
        sides.forEach((level, side) -> {
            if (!level.equals(base.getKey())) {
                comparer.add(base.getValue(), side, choice.grouping().measures(), ONE_FOLDER);
            }
        });
        var report = comparer.report();
        return report.with(Advice.onReplicates(report));
    }

    /** A side for each level of the factor, which is the last that groups are named by. */
    private static ImmutableMap<String, Side> byLevel(Side all, String factor) {
        var sides = ImmutableMap.<String, Side>builder();
        var levels = all.groups().keySet().stream()
                .map(ImmutableList::getLast)
                .distinct()
                .toList();
        for (String level : levels) {
            var groups = ImmutableMap.<ImmutableList<String>, ImmutableMap<String, Values>>builder();
            all.groups().forEach((group, values) -> {
                if (group.getLast().equals(level)) {
                    groups.put(group.subList(0, group.size() - 1), values);
                }
            });
            sides.put(level, new Side(factor + "=" + level, groups.buildOrThrow(), all.hidden(), all.notes()));
        }
        return sides.buildOrThrow();
    }
}
