package tandem.analysis.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.analysis.TinyResults;
import tandem.analysis.WrittenRows;
import tandem.tables.AnalysisSchemas;

class StoppingTableTest {
    /** Epoch 0 is the best of all and must never be chosen. */
    private static final double[] VALIDATION_LOSS = {0.1, 0.9, 0.7, 0.8, 0.6, 0.65, 0.6, 0.67, 0.5};

    private static final int[] VALIDATION_CORRECT = {10, 5, 7, 7, 6, 7, 7, 6, 6};
    private static final double[] TEST_LOSS = {0.05, 1, 0.875, 0.75, 0.75, 0.5, 0.625, 1.5, 2};
    private static final int[] TEST_CORRECT = {4, 1, 2, 3, 2, 2, 3, 1, 1};

    @TempDir
    private Path folder;

    /** The first {@code length} epochs. */
    private static List<String> epochs(long run, int length) {
        var rows = new ArrayList<String>();
        for (int t = 0; t < length; t++) {
            rows.add(run + "," + t + ",validation," + VALIDATION_LOSS[t] + "," + VALIDATION_CORRECT[t] / 10.0 + ","
                    + VALIDATION_CORRECT[t]);
            rows.add(run + "," + t + ",test," + TEST_LOSS[t] + "," + TEST_CORRECT[t] / 4.0 + "," + TEST_CORRECT[t]);
        }
        return rows;
    }

    private WrittenRows write(ImmutableList<Integer> patience, List<String> epochs, String... statuses)
            throws IOException {
        var tiny = new TinyResults(folder);
        var lines = new ArrayList<>(List.of("run,cell,replicate,status"));
        for (String status : statuses) {
            int run = lines.size() - 1;
            lines.add(run + ",0," + run + "," + status);
        }
        Path runs = tiny.runs(lines.toArray(String[]::new));
        Path epochTable = tiny.epochs(epochs);
        return WrittenRows.of(
                folder, AnalysisSchemas.stopping(), out -> StoppingTable.write(runs, epochTable, patience, out));
    }

    @Test
    void everyRuleChoosesFromTheValidationSplitAndPaysOnTheTestSplit() throws IOException {
        // by hand: patience 2 has best epoch 4 and no smaller loss at 5 and 6 (an equal one is none);
        // patience 4 and 5 would wait until epoch 8, which is smaller. Test: smallest loss 0.5 at 5, most correct 3 of
        // 4.
        assertThat(write(ImmutableList.of(2, 4, 5), epochs(0, 9), "ok")
                        .texts("rule patience epoch test_loss test_accuracy loss_regret accuracy_regret"))
                .containsExactly(
                        "last  8 2.0 0.25 1.5 0.5",
                        "min_loss  8 2.0 0.25 1.5 0.5",
                        "max_accuracy_first  2 0.875 0.5 0.375 0.25",
                        "max_accuracy_last  6 0.625 0.75 0.125 0.0",
                        "patience 2 6 0.625 0.75 0.125 0.0",
                        "patience 4 8 2.0 0.25 1.5 0.5",
                        "patience 5 8 2.0 0.25 1.5 0.5",
                        "patience_best 2 4 0.75 0.5 0.25 0.25",
                        "patience_best 4 8 2.0 0.25 1.5 0.5",
                        "patience_best 5 8 2.0 0.25 1.5 0.5");
    }

    @Test
    void patienceStopsAtItsLastEpochToo() throws IOException {
        // epochs 0 to 6: best 4, two epochs later is the last one
        assertThat(write(ImmutableList.of(2), epochs(0, 7), "ok").texts("epoch", "patience"))
                .containsExactly("6");
    }

    @Test
    void aRunThatDivergedHasWhatItsFiniteEpochsGive() throws IOException {
        // finite up to epoch 6: patience 2 ran out in time, patience 3 did not
        var written = write(ImmutableList.of(2, 3), epochs(0, 7), "diverged");
        assertThat(written.texts("rule patience epoch"))
                .containsExactly(
                        "last  ",
                        "min_loss  4",
                        "max_accuracy_first  2",
                        "max_accuracy_last  6",
                        "patience 2 6",
                        "patience 3 ",
                        "patience_best 2 4",
                        "patience_best 3 ");
        assertThat(written.undefined())
                .hasSize(3 * 5)
                .contains("0 epoch DIVERGED", "5 test_loss DIVERGED", "7 accuracy_regret DIVERGED");
    }

    @Test
    void runsWithoutEpochsSayWhy() throws IOException {
        var rows = new ArrayList<>(epochs(2, 1));
        rows.addAll(epochs(3, 2));
        var written = write(ImmutableList.of(1), rows, "failed", "diverged", "ok", "ok");
        // run 2 has epoch 0 only, which is nobody's choice
        assertThat(written.texts("run rule epoch", "min_loss"))
                .containsExactly("0 min_loss ", "1 min_loss ", "3 min_loss 1");
        assertThat(written.undefined())
                .contains("1 epoch FAILED", "7 epoch DIVERGED")
                .hasSize(2 * 6 * 5);
    }

    @Test
    void thereMustBeSomethingToChooseAndSomethingToScoreIt() throws IOException {
        var tiny = new TinyResults(folder);
        assertThat(StoppingTable.appliesTo(tiny.runs("run,validation_loss,test_loss")))
                .isTrue();
        assertThat(StoppingTable.appliesTo(tiny.runs("run,train_loss,test_loss")))
                .isFalse();
        assertThat(StoppingTable.appliesTo(tiny.runs("run,validation_loss"))).isFalse();
    }
}
