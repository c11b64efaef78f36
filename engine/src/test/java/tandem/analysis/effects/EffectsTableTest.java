package tandem.analysis.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.analysis.TinyResults;
import tandem.analysis.WrittenRows;
import tandem.tables.AnalysisSchemas;

class EffectsTableTest {
    private static final String[] CELLS = {"cell,rate,help", "0,0,none", "1,0,more", "2,0.5,none", "3,0.5,more"};

    /**
     * By cell and replicate. Mean 6; by rate 3, 9; by help 4, 8; by cell 2, 4, 6, 12; by replicate 5.5, 6, 6.5. So SS of
     * rate 6 (9 + 9) = 108, of help 6 (4 + 4) = 48, of both 3 * 4 * 1 = 12, of the replicate 4 (0.25 + 0.25) = 2, and in
     * total 50 + 14 + 2 + 110 = 176.
     */
    private static final int[][] LOSSES = {{3, 2, 1}, {3, 4, 5}, {5, 6, 7}, {11, 12, 13}};

    @TempDir
    private Path folder;

    /** Runs with the given losses, accuracies (50 - loss) / 50 and what more columns say. */
    private List<String> runs(String[] cells, int[][] losses, String more) {
        var lines =
                new ArrayList<>(List.of("run,cell,replicate,rate,help,status,diverged_epoch,train_loss,train_accuracy"
                        + (more.isEmpty() ? "" : ",other")));
        for (int cell = 0; cell < losses.length; cell++) {
            for (int replicate = 0; replicate < losses[cell].length; replicate++) {
                int loss = losses[cell][replicate];
                lines.add(lines.size() - 1 + "," + cell + "," + replicate
                        + cells[cell + 1].substring(cells[cell + 1].indexOf(',')) + ",ok,," + loss + ","
                        + (50 - loss) / 50.0 + more);
            }
        }
        return lines;
    }

    private WrittenRows write(String[] cells, List<String> runs, long budget) throws IOException {
        var tiny = new TinyResults(folder);
        Path cellTable = tiny.cells(cells);
        Path runTable = tiny.runs(runs.toArray(String[]::new));
        return WrittenRows.of(
                folder, AnalysisSchemas.effects(), out -> EffectsTable.write(cellTable, runTable, out, budget));
    }

    private WrittenRows write(String[] cells, List<String> runs) throws IOException {
        return write(cells, runs, 1L << 20);
    }

    @Test
    void sharesOfVariationAreThoseOfTheBalancedTable() throws IOException {
        var written = write(CELLS, runs(CELLS, LOSSES, ""));
        assertThat(written.texts("factor other n", "eta_squared", "train_loss"))
                .containsExactly("rate  12", "help  12", "rate help 12", "replicate  12");
        double[] expected = {108, 48, 12, 2};
        for (int i = 0; i < expected.length; i++) {
            assertThat(Double.parseDouble(written.texts("estimate", "eta_squared", "train_loss")
                            .get(i)))
                    .isCloseTo(expected[i] / 176, within(1e-15));
        }
        // a straight line changes no share
        assertThat(Double.parseDouble(written.texts("estimate", "eta_squared", "train_accuracy")
                        .getFirst()))
                .isCloseTo(108.0 / 176, within(1e-14));
        assertThat(written.undefined()).isEmpty();
    }

    @Test
    void aLevelIsComparedWithTheFirstWithinReplicates() throws IOException {
        var written = write(CELLS, runs(CELLS, LOSSES, ""));
        // rate, by replicate: (2 + 8) / 2, (4 + 8) / 2, (6 + 8) / 2 = 5, 6, 7: mean 6, sd 1;
        // half the interval: scipy.stats.t.ppf(0.975, 2) / np.sqrt(3)
        String[] rate = {"difference", "rate", "train_loss"};
        assertThat(written.texts("from to n ci_method quadrant", rate)).containsExactly("0 0.5 3 student_t both_worse");
        assertThat(written.number("estimate", rate)).isCloseTo(6, within(1e-14));
        assertThat(written.number("ci_low", rate)).isCloseTo(6 - 2.4841377117503303, within(1e-12));
        assertThat(written.number("ci_high", rate)).isCloseTo(6 + 2.4841377117503303, within(1e-12));
        // help: (0 + 6) / 2, (2 + 6) / 2, (4 + 6) / 2 = 3, 4, 5
        assertThat(written.number("estimate", "difference", "help", "train_loss"))
                .isCloseTo(4, within(1e-14));
        assertThat(written.number("estimate", "difference", "help", "train_accuracy"))
                .isCloseTo(-4.0 / 50, within(1e-14));
    }

    @Test
    void whatIsExcludedLeavesPairsButNoShares() throws IOException {
        String[] cells = {CELLS[0], "0,0,none", "1,0.5,none", "2,0.5,more"};
        int[][] losses = {LOSSES[0], LOSSES[2], LOSSES[3]};
        var written = write(cells, runs(cells, losses, ""));
        assertThat(written.texts("estimate", "eta_squared", "train_loss")).containsExactly("", "", "", "");
        assertThat(written.undefined()).hasSize(8).allMatch(row -> row.endsWith("estimate INCOMPLETE_GRID"));
        // rate at none: 2, 4, 6; help at 0.5: 6, 6, 6
        assertThat(written.number("estimate", "difference", "rate", "train_loss"))
                .isCloseTo(4, within(1e-14));
        assertThat(written.texts("estimate ci_low ci_high", "difference", "help", "train_loss"))
                .containsExactly("6.0 6.0 6.0");
    }

    @Test
    void aLevelThatSharesNoPairIsUndefined() throws IOException {
        String[] cells = {CELLS[0], "0,0,none", "1,0.5,more"};
        var written = write(cells, runs(cells, new int[][] {LOSSES[0], LOSSES[3]}, ""));
        assertThat(written.texts("n estimate quadrant", "difference", "rate", "train_loss"))
                .containsExactly("0  undecided");
        assertThat(written.undefined()).contains("8 estimate INCOMPLETE_GRID", "8 ci_low INCOMPLETE_GRID");
    }

    @Test
    void aReplicateWithoutAllItsValuesIsNotCompared() throws IOException {
        var runs = runs(CELLS, LOSSES, "");
        runs.set(12, "11,3,2,0.5,more,diverged,4,,");
        var written = write(CELLS, runs);
        // replicates 0 and 1 only: 5, 6
        assertThat(written.texts("n", "difference", "rate", "train_loss")).containsExactly("2");
        assertThat(written.number("estimate", "difference", "rate", "train_loss"))
                .isCloseTo(5.5, within(1e-14));
        assertThat(written.undefined()).contains("0 estimate INCOMPLETE_GRID");
    }

    @Test
    void oneReplicateHasDifferencesWithoutIntervals() throws IOException {
        var written = write(CELLS, runs(CELLS, new int[][] {{2}, {4}, {6}, {12}}, ""));
        assertThat(written.texts("factor", "eta_squared", "train_loss")).containsExactly("rate", "help", "rate");
        assertThat(written.texts("n estimate ci_low ci_high ci_method quadrant", "difference", "rate", "train_loss"))
                .containsExactly("1 6.0    undecided");
        assertThat(written.undefined()).isEmpty();
    }

    @Test
    void aMeasureThatDoesNotVaryOrIsNowhereSaysSo() throws IOException {
        var constant = write(CELLS, runs(CELLS, LOSSES, ",7"));
        assertThat(constant.texts("estimate", "other", "eta_squared"))
                .containsOnly("")
                .hasSize(4);
        assertThat(constant.undefined()).hasSize(4).allMatch(row -> row.endsWith("estimate CONSTANT"));
        assertThat(write(CELLS, runs(CELLS, LOSSES, ",")).texts("n", "other")).isEmpty();
    }

    @Test
    void columnsReadInTurnsGiveTheSameRows() throws IOException {
        var runs = runs(CELLS, LOSSES, ",7");
        assertThat(write(CELLS, runs, 1).texts("measure estimate"))
                .isEqualTo(write(CELLS, runs).texts("measure estimate"));
    }

    @Test
    void equalAccuraciesInAnotherOrderAreNoDifference() throws IOException {
        // 0.3 - 0.2 and 0.1 - 0.2 add up to -2.8e-17, which an interval without width would call a difference
        var tiny = new TinyResults(folder);
        Path cells = tiny.cells(CELLS);
        Path runs = tiny.runs(
                "run,cell,replicate,rate,help,status,diverged_epoch,train_loss,train_accuracy",
                "0,0,0,0,none,ok,,1,0.2",
                "1,0,1,0,none,ok,,1,0.2",
                "2,1,0,0,more,ok,,1,0.2",
                "3,1,1,0,more,ok,,1,0.2",
                "4,2,0,0.5,none,ok,,2,0.3",
                "5,2,1,0.5,none,ok,,2,0.3",
                "6,3,0,0.5,more,ok,,2,0.1",
                "7,3,1,0.5,more,ok,,2,0.1");
        var written = WrittenRows.of(folder, AnalysisSchemas.effects(), out -> EffectsTable.write(cells, runs, out));
        assertThat(written.texts("estimate ci_low ci_high quadrant", "difference", "rate", "train_accuracy"))
                .containsExactly("0.0 0.0 0.0 undecided");
    }

    @Test
    void aQuadrantNeedsBothSigns() {
        assertThat(Quadrant.of(-1, 1)).isEqualTo(Quadrant.BOTH_BETTER);
        assertThat(Quadrant.of(-1, -1)).isEqualTo(Quadrant.LOSS_BETTER_ACCURACY_WORSE);
        assertThat(Quadrant.of(1, 1)).isEqualTo(Quadrant.LOSS_WORSE_ACCURACY_BETTER);
        assertThat(Quadrant.of(1, -1)).isEqualTo(Quadrant.BOTH_WORSE);
        assertThat(Quadrant.of(0, 1)).isEqualTo(Quadrant.UNDECIDED);
        assertThat(Quadrant.of(-1, 0)).isEqualTo(Quadrant.UNDECIDED);
    }
}
