package tandem.analysis;

import static com.google.common.base.Strings.lenientFormat;

import java.io.IOException;
import java.nio.file.Path;
import tandem.tables.EpochsReader;
import tandem.tables.Row;
import tandem.tables.Schemas;
import tandem.tables.TableReader;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;
import tandem.tables.UnusableTableException;
import tandem.tables.Value;

/**
 * curves.csv: per cell, epoch and split the distribution of loss and accuracy over the runs that reached the epoch.
 *
 * <p>The runs of a cell follow each other in epochs.csv. Memory holds one cell, or where it is large as many of its
 * epochs as a budget allows; its rows are then read again for the next epochs.
 */
public final class CurvesTable {
    /** The budget is the heap divided by this. */
    private static final int PART_OF_HEAP = 8;

    private final Path runs;
    private final TableReader runRows;
    private final EpochsReader epochRows;
    private final TableWriter out;
    private final long budget;
    private boolean hasRow;

    private CurvesTable(Path runs, TableReader runRows, EpochsReader epochRows, TableWriter out, long budget) {
        this.runs = runs;
        this.runRows = runRows;
        this.epochRows = epochRows;
        this.out = out;
        this.budget = budget;
    }

    /**
     * Whether some run has an epoch behind epoch 0. Where none has, the only epoch is the last one, which runs.csv has run by run and
     * summary.csv cell by cell.
     *
     * @param epochs epochs.csv
     */
    public static boolean appliesTo(Path epochs) throws IOException {
        try (var rows = EpochsReader.open(epochs)) {
            while (rows.next()) {
                if (rows.epoch() > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The columns.
     *
     * @param epochs epochs.csv: where it has clean losses, so have the curves
     */
    public static TableSchema schema(Path epochs) throws IOException {
        try (var rows = EpochsReader.open(epochs)) {
            return rows.hasCleanLabels() ? Schemas.curvesWithCleanLabels() : Schemas.curves();
        }
    }

    /**
     * Writes the rows, and does not finish the table.
     *
     * @param runs runs.csv
     * @param epochs epochs.csv, its runs in the order of {@code runs}; runs without rows are passed over
     * @param out with the columns of {@link #schema}
     */
    public static void write(Path runs, Path epochs, TableWriter out) throws IOException {
        write(runs, epochs, out, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** @param budget bytes for the values of a cell; the rows written do not depend on it */
    static void write(Path runs, Path epochs, TableWriter out, long budget) throws IOException {
        try (var runRows = TableReader.open(runs);
                var epochRows = EpochsReader.open(epochs)) {
            new CurvesTable(runs, runRows, epochRows, out, budget).writeCells();
        }
    }

    private void writeCells() throws IOException {
        hasRow = epochRows.next();
        long cell = hasRow ? cellOf(epochRows.run()) : -1;
        while (hasRow) {
            var start = epochRows.mark();
            var slice = new EpochSlice(0, Integer.MAX_VALUE, budget);
            long next = readCell(cell, slice);
            long end = hasRow ? epochRows.mark().offset() : Long.MAX_VALUE;
            writeSlice(cell, slice);
            while (slice.hasMore()) {
                slice = new EpochSlice(slice.first() + slice.width(), slice.width(), budget);
                readAgain(start, end, slice);
                writeSlice(cell, slice);
            }
            cell = next;
        }
    }

    /** Reads on to the first row of another cell, and returns that cell. */
    private long readCell(long cell, EpochSlice slice) throws IOException {
        long run = epochRows.run();
        do {
            if (epochRows.run() != run) {
                run = epochRows.run();
                long next = cellOf(run);
                if (next != cell) {
                    return next;
                }
            }
            slice.add(epochRows);
            hasRow = epochRows.next();
        } while (hasRow);
        return cell;
    }

    private void readAgain(EpochsReader.Mark start, long end, EpochSlice slice) throws IOException {
        epochRows.goTo(start);
        do {
            slice.add(epochRows);
            hasRow = epochRows.next();
        } while (hasRow && epochRows.mark().offset() < end);
    }

    private long cellOf(long run) {
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

    private void writeSlice(long cell, EpochSlice slice) throws IOException {
        int epoch = slice.first();
        for (EpochValues[] splits : slice.values()) {
            for (int s = 0; s < Schemas.SPLITS.size(); s++) {
                if (!splits[s].isEmpty()) {
                    Row row = row(cell, epoch, s).set("n", Value.of((long) splits[s].count()));
                    set(row, "", splits[s]);
                    if (epochRows.hasCleanLabels()) {
                        set(row, "clean_", splits[EpochSlice.clean(s)]);
                    }
                    out.write(row);
                }
            }
            epoch++;
        }
    }

    private Row row(long cell, int epoch, int split) {
        return out.schema()
                .row()
                .set("cell", Value.of(cell))
                .set("epoch", Value.of((long) epoch))
                .set("split", Value.of(Schemas.SPLITS.get(split)));
    }

    private static void set(Row row, String prefix, EpochValues over) {
        set(row, prefix + "loss", over.losses());
        set(row, prefix + "accuracy", over.accuracies());
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
