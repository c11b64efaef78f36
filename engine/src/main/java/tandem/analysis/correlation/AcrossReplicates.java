package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import tandem.analysis.correlation.CorrelationRow.Level;
import tandem.analysis.correlation.CorrelationRow.Series;
import tandem.analysis.interval.CorrelationInterval;
import tandem.analysis.interval.Estimated;
import tandem.analysis.interval.Resamples;
import tandem.measures.Measured;
import tandem.measures.PairedCorrelation;

/**
 * Correlation of final loss and accuracy over the replicates of a cell, and its mean over cells. The interval of the
 * mean comes from resampled replicates, as the cells of a replicate depend on each other; a mean of one cell has that
 * cell's own.
 */
final class AcrossReplicates {
    private final FinalValues values;
    private final long seed;
    private final String split;

    /** @param seed the master seed */
    AcrossReplicates(FinalValues values, long seed, String split) {
        this.values = values;
        this.seed = seed;
        this.split = split;
    }

    /** Rows of every cell, then of every stratum; none where there are fewer replicates than a correlation needs. */
    ImmutableList<CorrelationRow> rows(PairedCorrelation method, ImmutableList<Stratum> strata) {
        var rows = ImmutableList.<CorrelationRow>builder();
        if (values.replicates() < CorrelationInterval.FEWEST) {
            return rows.build();
        }
        var ofCells = ImmutableList.<Estimated>builder();
        for (int cell = 0; cell < values.cells(); cell++) {
            var points = values.of(cell, values.everyReplicate());
            var estimated = estimated(points, method);
            ofCells.add(estimated);
            rows.add(row(
                    OptionalInt.of(cell),
                    Stratum.ALL,
                    method,
                    points.count(),
                    values.replicates() - points.count(),
                    estimated));
        }
        return rows.addAll(overCells(method, strata, ofCells.build())).build();
    }

    private static CorrelationRow row(
            OptionalInt cell, String stratum, PairedCorrelation method, int n, int undefined, Estimated estimated) {
        return new CorrelationRow(Level.ACROSS_REPLICATES, cell, stratum, Series.END, method, n, undefined, estimated);
    }

    private static Estimated estimated(Points points, PairedCorrelation method) {
        if (points.count() < CorrelationInterval.FEWEST) {
            return Estimated.undefined("TOO_FEW");
        }
        return switch (points.correlation(method)) {
            case Measured.Defined(double r) -> CorrelationInterval.of(method, r, points.count());
            case Measured.Undefined(var reason) -> Estimated.undefined(reason.name());
        };
    }

    private ImmutableList<CorrelationRow> overCells(
            PairedCorrelation method, ImmutableList<Stratum> strata, ImmutableList<Estimated> ofCells) {
        var cells = strata.stream()
                .map(stratum -> stratum.cells().stream()
                        .filter(cell -> ofCells.get(cell).number().isPresent())
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
        double[][] resampled = resampled(method, cells);
        var rows = ImmutableList.<CorrelationRow>builder();
        for (int s = 0; s < strata.size(); s++) {
            int n = cells.get(s).size();
            int undefined = strata.get(s).cells().size() - n;
            Estimated estimated = switch (n) {
                case 0 -> Estimated.undefined("TOO_FEW");
                case 1 -> ofCells.get(cells.get(s).getFirst());
                default -> Resamples.interval(mean(cells.get(s), ofCells), resampled[s]);
            };
            rows.add(row(OptionalInt.empty(), strata.get(s).name(), method, n, undefined, estimated));
        }
        return rows.build();
    }

    private static double mean(ImmutableList<Integer> cells, ImmutableList<Estimated> ofCells) {
        return cells.stream()
                .mapToDouble(cell -> ofCells.get(cell).number().orElseThrow())
                .average()
                .orElseThrow();
    }

    /**
     * By stratum and resample the mean over the stratum's cells, NaN where no cell has a correlation; no resamples of too
     * few replicates.
     */
    private double[][] resampled(PairedCorrelation method, ImmutableList<ImmutableList<Integer>> cells) {
        if (values.replicates() < Resamples.FEWEST_REPLICATES) {
            return new double[cells.size()][0];
        }
        var resamples =
                Resamples.of(seed, "correlations/across_replicates/" + split, values.replicates(), values.cells());
        double[][] means = new double[cells.size()][resamples.count()];
        double[] ofCells = new double[values.cells()];
        for (int b = 0; b < resamples.count(); b++) {
            int[] chosen = resamples.next();
            for (int cell = 0; cell < ofCells.length; cell++) {
                ofCells[cell] = values.of(cell, chosen).correlationOrNan(method);
            }
            for (int s = 0; s < means.length; s++) {
                means[s][b] = definedMean(cells.get(s), ofCells);
            }
        }
        return means;
    }

    private static double definedMean(ImmutableList<Integer> cells, double[] ofCells) {
        double sum = 0;
        int count = 0;
        for (int cell : cells) {
            if (!Double.isNaN(ofCells[cell])) {
                sum += ofCells[cell];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
