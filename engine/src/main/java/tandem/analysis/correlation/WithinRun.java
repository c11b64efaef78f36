package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import tandem.analysis.RunValues;
import tandem.analysis.correlation.CorrelationRow.Level;
import tandem.analysis.correlation.CorrelationRow.Series;
import tandem.analysis.interval.StudentMean;
import tandem.measures.PairedCorrelation;

/**
 * Means of the runs' own correlations over their epochs: per cell, and over cells with the average over cells taken
 * within a replicate first, since the cells of a replicate share its random streams.
 */
final class WithinRun {
    private final RunValues values;
    private final StudentMean mean;

    WithinRun(RunValues values) {
        this.values = values;
        this.mean = new StudentMean(values.replicates());
    }

    /** Rows of every cell, unless there is one replicate only, then of every stratum. */
    ImmutableList<CorrelationRow> rows(
            String split, Series series, PairedCorrelation method, ImmutableList<Stratum> strata) {
        String column = series.column(split, method);
        var rows = ImmutableList.<CorrelationRow>builder();
        if (values.replicates() > 1) {
            for (int cell = 0; cell < values.cells(); cell++) {
                rows.add(row(OptionalInt.of(cell), Stratum.ALL, series, method, ofCell(column, cell)));
            }
        }
        for (var stratum : strata) {
            rows.add(row(OptionalInt.empty(), stratum.name(), series, method, byReplicate(column, stratum)));
        }
        return rows.build();
    }

    private CorrelationRow row(
            OptionalInt cell, String stratum, Series series, PairedCorrelation method, ImmutableDoubleArray defined) {
        int n = defined.length();
        return new CorrelationRow(
                Level.WITHIN_RUN,
                cell,
                stratum,
                series,
                method,
                n,
                values.replicates() - n,
                mean.of(defined.toArray()));
    }

    private ImmutableDoubleArray ofCell(String column, int cell) {
        return ImmutableDoubleArray.copyOf(IntStream.range(0, values.replicates())
                .mapToDouble(replicate -> values.at(column, cell, replicate))
                .filter(r -> !Double.isNaN(r)));
    }

    private ImmutableDoubleArray byReplicate(String column, Stratum stratum) {
        var means = ImmutableDoubleArray.builder(values.replicates());
        for (int r = 0; r < values.replicates(); r++) {
            int replicate = r;
            double[] ofCells = stratum.cells().stream()
                    .mapToDouble(cell -> values.at(column, cell, replicate))
                    .filter(correlation -> !Double.isNaN(correlation))
                    .toArray();
            if (ofCells.length > 0) {
                means.add(new Mean().evaluate(ofCells));
            }
        }
        return means.build();
    }
}
