package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import tandem.analysis.correlation.CorrelationRow.Level;
import tandem.analysis.correlation.CorrelationRow.Series;
import tandem.analysis.interval.Estimated;
import tandem.analysis.interval.Resamples;
import tandem.measures.Measured;
import tandem.measures.PairedCorrelation;

/** Correlation of the cells' mean loss and mean accuracy, with the interval from resampled replicates. */
final class AcrossCells {
    /** Two points always lie on a line. */
    static final int FEWEST = 3;

    private final FinalValues values;
    private final long seed;
    private final String split;

    /** @param seed the master seed */
    AcrossCells(FinalValues values, long seed, String split) {
        this.values = values;
        this.seed = seed;
        this.split = split;
    }

    /** Rows of every stratum that has three cells. */
    ImmutableList<CorrelationRow> rows(PairedCorrelation method, ImmutableList<Stratum> strata) {
        var large = strata.stream()
                .filter(stratum -> stratum.cells().size() >= FEWEST)
                .collect(ImmutableList.toImmutableList());
        var rows = ImmutableList.<CorrelationRow>builder();
        if (large.isEmpty()) {
            return rows.build();
        }
        var means = values.means(values.everyReplicate());
        double[][] resampled = resampled(method, large);
        for (int s = 0; s < large.size(); s++) {
            var points = means.of(large.get(s).cells());
            rows.add(new CorrelationRow(
                    Level.ACROSS_CELLS,
                    OptionalInt.empty(),
                    large.get(s).name(),
                    Series.END,
                    method,
                    points.count(),
                    large.get(s).cells().size() - points.count(),
                    estimated(points, method, resampled[s])));
        }
        return rows.build();
    }

    private Estimated estimated(Points points, PairedCorrelation method, double[] resampled) {
        if (points.count() < FEWEST) {
            return Estimated.undefined("TOO_FEW");
        }
        return switch (points.correlation(method)) {
            case Measured.Defined(double r) ->
                values.replicates() == 1 ? Estimated.alone(r) : Resamples.interval(r, resampled);
            case Measured.Undefined(var reason) -> Estimated.undefined(reason.name());
        };
    }

    /** By stratum and resample; no resamples of too few replicates. */
    private double[][] resampled(PairedCorrelation method, ImmutableList<Stratum> strata) {
        if (values.replicates() < Resamples.FEWEST_REPLICATES) {
            return new double[strata.size()][0];
        }
        var resamples = Resamples.of(seed, "correlations/across_cells/" + split, values.replicates(), values.cells());
        double[][] correlations = new double[strata.size()][resamples.count()];
        for (int b = 0; b < resamples.count(); b++) {
            var means = values.means(resamples.next());
            for (int s = 0; s < correlations.length; s++) {
                correlations[s][b] = means.of(strata.get(s).cells()).correlationOrNan(method);
            }
        }
        return correlations;
    }
}
