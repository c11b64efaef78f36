package tandem.analysis;

import static com.google.common.base.Strings.lenientFormat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tandem.tables.EpochsReader;
import tandem.tables.Row;
import tandem.tables.Schemas;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.UnusableTableException;
import tandem.tables.Value;

/**
 * curves.csv: per cell, epoch and split the distribution of loss and accuracy over the runs that reached the epoch.
 *
 * <p>Memory holds one cell: the runs of a cell follow each other in epochs.csv.
 */
public final class CurvesTable {
    private final TableWriter out;
    /** By epoch, then by split. */
    private final List<EpochValues[]> values = new ArrayList<>();

    private CurvesTable(TableWriter out) {
        this.out = out;
    }

    /**
     * Writes the rows, and does not finish the table.
     *
     * @param runs runs.csv
     * @param epochs epochs.csv, its runs in the order of {@code runs}; runs without rows are passed over
     */
    public static void write(Path runs, Path epochs, TableWriter out) throws IOException {
        var table = new CurvesTable(out);
        try (var runRows = TableReader.open(runs);
                var epochRows = EpochsReader.open(epochs)) {
            long run = -1;
            long cell = -1;
            while (epochRows.next()) {
                if (epochRows.run() != run) {
                    run = epochRows.run();
                    long next = cellOf(run, runRows, runs);
                    if (next != cell) {
                        table.writeCell(cell);
                    }
                    cell = next;
                }
                table.add(epochRows);
            }
            table.writeCell(cell);
        }
    }

    private static long cellOf(long run, TableReader runRows, Path runs) {
        while (runRows.hasNext()) {
            var fields = runRows.next();
            if (fields.integer("run") == run) {
                return fields.integer("cell");
            }
        }
        throw new UnusableTableException(
                runs,
                1,
                lenientFormat(
                        "there is no run %s here, or not in the order of epochs.csv; run the scenario anew", run));
    }

    private void add(EpochsReader row) {
        int epoch = row.epoch();
        while (values.size() <= epoch) {
            var splits = new EpochValues[Schemas.SPLITS.size()];
            for (int s = 0; s < splits.length; s++) {
                splits[s] = new EpochValues();
            }
            values.add(splits);
        }
        values.get(epoch)[row.split()].add(row.loss(), row.accuracy());
    }

    private void writeCell(long cell) throws IOException {
        for (int epoch = 0; epoch < values.size(); epoch++) {
            EpochValues[] splits = values.get(epoch);
            for (int s = 0; s < splits.length; s++) {
                if (!splits[s].isEmpty()) {
                    writeRow(cell, epoch, Schemas.SPLITS.get(s), splits[s]);
                    splits[s].clear();
                }
            }
        }
    }

    private void writeRow(long cell, int epoch, String split, EpochValues over) throws IOException {
        Distribution losses = over.losses();
        Row row = out.schema().row();
        row.set("cell", Value.of(cell));
        row.set("epoch", Value.of((long) epoch));
        row.set("split", Value.of(split));
        row.set("n", Value.of((long) losses.n()));
        set(row, "loss", losses);
        set(row, "accuracy", over.accuracies());
        out.write(row);
    }

    private static void set(Row row, String name, Distribution distribution) {
        var sd = distribution.sd();
        row.set(name + "_mean", Value.ofComputed(distribution.mean()));
        row.set(name + "_sd", sd.isPresent() ? Value.ofComputed(sd.getAsDouble()) : Value.BLANK);
        row.set(name + "_q25", Value.ofComputed(distribution.q25()));
        row.set(name + "_median", Value.ofComputed(distribution.median()));
        row.set(name + "_q75", Value.ofComputed(distribution.q75()));
    }
}
