package tandem.analysis.stopping;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import tandem.tables.EpochsReader;
import tandem.tables.Row;
import tandem.tables.RunColumns.Status;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/**
 * stopping.csv: per run and stopping rule the chosen epoch, and test loss and accuracy there and against the best epoch.
 *
 * <p>A run that diverged has what its finite epochs give: a rule that looks back at all epochs chooses among them; one
 * that waits for the end, or whose patience had not run out, never got to choose (DIVERGED).
 */
public final class StoppingTable {
    private static final ImmutableList<String> CHOICE =
            ImmutableList.of("epoch", "test_loss", "test_accuracy", "loss_regret", "accuracy_regret");

    private final ImmutableList<Integer> patience;
    private final TableWriter out;

    private StoppingTable(ImmutableList<Integer> patience, TableWriter out) {
        this.patience = patience;
        this.out = out;
    }

    /** Whether there is a split to choose on and one to score the choice. Some run must have an epoch too. */
    public static boolean appliesTo(Path runs) throws IOException {
        try (var rows = TableReader.open(runs)) {
            return rows.columns().containsAll(ImmutableList.of("validation_loss", "test_loss"));
        }
    }

    /**
     * Writes the rows, and does not finish the table.
     *
     * @param runs runs.csv
     * @param epochs epochs.csv, its runs in the order of {@code runs}
     * @param patience epochs without improvement, each at least 1
     */
    public static void write(Path runs, Path epochs, ImmutableList<Integer> patience, TableWriter out)
            throws IOException {
        var table = new StoppingTable(patience, out);
        try (var runRows = TableReader.open(runs);
                var epochRows = EpochsReader.open(epochs)) {
            var curves = new RunCurves(epochRows);
            while (runRows.hasNext()) {
                var run = runRows.next();
                table.writeRun(run.integer("run"), run.text("status"), curves.of(run.integer("run")));
            }
        }
    }

    private void writeRun(long run, String status, RunCurves.Curves curves) throws IOException {
        boolean ended = status.equals(Status.OK.text());
        if (ended && !curves.areComplete()) {
            return;
        }
        for (var rule : StoppingRule.values()) {
            for (int p : rule.hasPatience() ? patience : ImmutableList.of(0)) {
                Row row = out.schema()
                        .row()
                        .set("run", Value.of(run))
                        .set("rule", Value.of(rule.word()))
                        .set("patience", rule.hasPatience() ? Value.of((long) p) : Value.BLANK);
                OptionalInt epoch =
                        curves.areComplete() ? rule.epoch(curves.validation(), !ended, p) : OptionalInt.empty();
                if (epoch.isPresent()) {
                    setChoice(row, epoch.getAsInt(), curves.test());
                } else {
                    var reason = new Value.Undefined(status.equals(Status.FAILED.text()) ? "FAILED" : "DIVERGED");
                    CHOICE.forEach(column -> row.set(column, reason));
                }
                out.write(row);
            }
        }
    }

    private static void setChoice(Row row, int epoch, SplitCurve test) {
        double loss = test.loss(epoch);
        double accuracy = test.accuracy(epoch);
        row.set("epoch", Value.of((long) epoch))
                .set("test_loss", Value.of(loss))
                .set("test_accuracy", Value.of(accuracy))
                .set("loss_regret", Value.ofComputed(loss - test.loss(test.minLossEpoch())))
                .set("accuracy_regret", Value.of(test.accuracy(test.firstMaxAccuracyEpoch()) - accuracy));
    }
}
