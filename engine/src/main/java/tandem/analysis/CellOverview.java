package tandem.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/**
 * What a person wants to see after a run: the first cells, and the best.
 *
 * @param factors names of the factors
 * @param split the split the numbers are about: validation, or train where there is no validation
 * @param hasSpearman whether trajectories are long enough for a correlation
 * @param cells how many cells there are
 * @param first the first of them, all where they are few
 * @param lowestLoss first cell with the lowest mean loss; empty where no run has a loss
 * @param highestAccuracy first cell with the highest mean accuracy
 */
public record CellOverview(
        ImmutableList<String> factors,
        String split,
        boolean hasSpearman,
        long cells,
        ImmutableList<CellLine> first,
        Optional<CellLine> lowestLoss,
        Optional<CellLine> highestAccuracy) {

    /**
     * The overview of a result folder's tables.
     *
     * @param cells cells.csv
     * @param runs runs.csv
     * @param shown how many cells to keep beside the best
     */
    public static CellOverview of(Path cells, Path runs, int shown) throws IOException {
        checkArgument(shown > 0, "shown must be positive: %s", shown);
        ImmutableList<String> factors = SummaryTable.factors(cells);
        try (var cellRows = TableReader.open(cells);
                var groups = RunsByCell.open(runs, factors)) {
            String split = groups.results().contains("validation_loss") ? "validation" : "train";
            var first = ImmutableList.<CellLine>builder();
            Optional<CellLine> lowestLoss = Optional.empty();
            Optional<CellLine> highestAccuracy = Optional.empty();
            long count = 0;
            for (var group = groups.next(); group.isPresent(); group = groups.next()) {
                CellLine line = line(
                        group.get(), split, levels(cells, cellRows, group.get().cell(), factors));
                if (count < shown) {
                    first.add(line);
                }
                count++;
                if (line.hasLowerLossThan(lowestLoss)) {
                    lowestLoss = Optional.of(line);
                }
                if (line.hasHigherAccuracyThan(highestAccuracy)) {
                    highestAccuracy = Optional.of(line);
                }
            }
            boolean hasSpearman = groups.results().contains(split + "_spearman");
            return new CellOverview(factors, split, hasSpearman, count, first.build(), lowestLoss, highestAccuracy);
        }
    }

    /** With at most {@code few} first cells where {@link #first} does not hold them all. */
    public CellOverview shortened(int few) {
        boolean complete = cells <= first.size();
        return complete || few >= first.size()
                ? this
                : new CellOverview(
                        factors, split, hasSpearman, cells, first.subList(0, few), lowestLoss, highestAccuracy);
    }

    private static ImmutableList<String> levels(
            Path cells, TableReader cellRows, long cell, ImmutableList<String> factors) {
        while (cellRows.hasNext()) {
            var fields = cellRows.next();
            if (fields.integer("cell") == cell) {
                return factors.stream().map(fields::text).collect(ImmutableList.toImmutableList());
            }
        }
        throw new UnusableTableException(
                cells,
                1,
                lenientFormat(
                        "there is no cell %s here, or not in the order of runs.csv; run the scenario anew", cell));
    }

    private static CellLine line(CellRuns group, String split, ImmutableList<String> levels) {
        return new CellLine(
                group.cell(),
                levels,
                group.runs(),
                group.diverged(),
                group.failed(),
                Estimate.of(group.values(split + "_loss")),
                Estimate.of(group.values(split + "_accuracy")),
                Estimate.of(group.values(split + "_spearman")));
    }
}
