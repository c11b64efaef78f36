package tandem.analysis;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tandem.tables.Row;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/**
 * summary.csv: per cell and measure the distribution over the runs of the cell, with a confidence interval of the mean.
 *
 * <p>A measure is every column of runs.csv that is neither key nor factor. A cell of one run has no rows: nothing is
 * spread over it. A cell of more runs has a row for every measure; with fewer than two values its statistics are
 * undefined, so that what diverged everywhere stays in sight.
 */
public final class SummaryTable {
    private static final Value TOO_FEW = new Value.Undefined("TOO_FEW");
    private static final ImmutableList<String> STATISTICS =
            ImmutableList.of("mean", "sd", "mcse", "median", "q25", "q75", "ci_low", "ci_high");

    private final TableWriter out;
    private final StudentT studentT = new StudentT();

    private SummaryTable(TableWriter out) {
        this.out = out;
    }

    /**
     * Writes the rows, and does not finish the table.
     *
     * @param cells cells.csv
     * @param runs runs.csv, the runs of a cell following each other
     */
    public static void write(Path cells, Path runs, TableWriter out) throws IOException {
        var table = new SummaryTable(out);
        try (var groups = RunsByCell.open(runs, factors(cells))) {
            for (Optional<CellRuns> group = groups.next(); group.isPresent(); group = groups.next()) {
                for (String measure : groups.results()) {
                    table.writeRow(group.get(), measure);
                }
            }
        }
    }

    /** Names of the factor columns of cells.csv. */
    static ImmutableList<String> factors(Path cells) throws IOException {
        try (var rows = TableReader.open(cells)) {
            return rows.columns().stream()
                    .filter(column -> !column.equals("cell"))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private void writeRow(CellRuns group, String measure) throws IOException {
        if (group.runs() < 2) {
            return;
        }
        double[] values = group.values(measure).toArray();
        Row row = out.schema()
                .row()
                .set("cell", Value.of(group.cell()))
                .set("measure", Value.of(measure))
                .set("n", Value.of((long) values.length))
                .set("n_undefined", Value.of((long) group.runs() - values.length));
        if (values.length < 2) {
            STATISTICS.forEach(statistic -> row.set(statistic, TOO_FEW));
            row.set("ci_method", Value.BLANK);
        } else {
            setStatistics(row, values);
        }
        out.write(row);
    }

    private void setStatistics(Row row, double[] values) {
        Distribution distribution = Distribution.ofSorting(values, values.length);
        double sd = distribution.sd().orElseThrow();
        double mcse = sd / Math.sqrt(values.length);
        double half = studentT.quantile975(values.length - 1) * mcse;
        row.set("mean", Value.ofComputed(distribution.mean()))
                .set("sd", Value.ofComputed(sd))
                .set("mcse", Value.ofComputed(mcse))
                .set("median", Value.ofComputed(distribution.median()))
                .set("q25", Value.ofComputed(distribution.q25()))
                .set("q75", Value.ofComputed(distribution.q75()))
                .set("ci_low", Value.ofComputed(distribution.mean() - half))
                .set("ci_high", Value.ofComputed(distribution.mean() + half))
                .set("ci_method", Value.of("student_t"));
    }
}
