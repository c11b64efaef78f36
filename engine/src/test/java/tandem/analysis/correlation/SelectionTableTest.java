package tandem.analysis.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.analysis.TinyResults;
import tandem.analysis.WrittenRows;
import tandem.tables.AnalysisSchemas;

class SelectionTableTest {
    private static final String HEADER = "run,cell,replicate,status,validation_loss,validation_accuracy";

    /** Mean losses 0.3, 0.35, 0.5 and accuracies 0.8, 0.85, 0.85. */
    private static final List<String> RUNS = List.of(
            HEADER,
            "0,0,0,ok,0.2,0.9",
            "1,0,1,ok,0.4,0.7",
            "2,1,0,ok,0.3,0.8",
            "3,1,1,ok,0.4,0.9",
            "4,2,0,ok,0.6,0.9",
            "5,2,1,ok,0.4,0.8");

    private static final String[] CELLS = {"cell,rate", "0,0", "1,1", "2,2"};

    @TempDir
    private Path folder;

    private WrittenRows write(List<String> runs, String... cells) throws IOException {
        var tiny = new TinyResults(folder);
        Path cellTable = tiny.cells(cells);
        Path runTable = tiny.runs(runs.toArray(String[]::new));
        return WrittenRows.of(
                folder, AnalysisSchemas.selection(), out -> SelectionTable.write(cellTable, runTable, 5, out));
    }

    @Test
    void lossAndAccuracyChooseTheirOwnCell() throws IOException {
        var written = write(RUNS, CELLS);
        assertThat(written.texts("split stratum cells n_undefined best_by_loss best_by_accuracy top1_agreement"))
                .containsExactly("validation all 3 0 0 1 0");
        // pairs of cells: (0, 1) and (0, 2) discordant with "less loss, more accuracy", (1, 2) tied in accuracy:
        // -2 / sqrt(3 * 2); -scipy.stats.kendalltau([0.3, 0.35, 0.5], [0.8, 0.85, 0.85])
        assertThat(written.number("kendall", "all")).isCloseTo(-2 / Math.sqrt(6), within(1e-15));
        assertThat(written.number("accuracy_regret", "all")).isCloseTo(0.05, within(1e-12));
        assertThat(written.number("loss_regret", "all")).isCloseTo(0.05, within(1e-15));
        assertThat(written.texts("regret_split")).containsExactly("validation");
        assertThat(written.undefined()).containsExactly("0 ci_low TOO_FEW", "0 ci_high TOO_FEW");
    }

    @Test
    void agreementOfAReplicateNeedsOneCellWithBoth() throws IOException {
        // replicate 0: cell 0 has the lowest loss and (with cell 2) the highest accuracy; replicate 1: all losses are
        // equal, so cell 1 has the lowest loss and the highest accuracy. 2 of 2: scipy.stats.beta.ppf(0.025, 2, 1)
        var written = write(RUNS, CELLS);
        assertThat(written.texts("n agreement_share agreement_ci_high")).containsExactly("2 1.0 1.0");
        assertThat(written.number("agreement_ci_low", "all")).isCloseTo(Math.sqrt(0.025), within(1e-12));
    }

    @Test
    void theOrdersAgreementHasAnInterval() throws IOException {
        var runs = List.of(
                HEADER,
                "0,0,0,ok,0.1,0.9",
                "1,0,1,ok,0.2,0.8",
                "2,1,0,ok,0.3,0.7",
                "3,1,1,ok,0.4,0.6",
                "4,2,0,ok,0.5,0.5",
                "5,2,1,ok,0.6,0.4");
        var written = write(TinyResults.repeated(runs, 10), CELLS);
        // whatever replicates are drawn, the orders are the same
        assertThat(written.texts("kendall ci_low ci_high ci_method top1_agreement"))
                .containsExactly("1.0 1.0 1.0 bootstrap 1");
    }

    @Test
    void theTestSplitScoresTheChoice() throws IOException {
        var written = write(
                List.of(
                        HEADER + ",test_loss,test_accuracy",
                        "0,0,0,ok,0.2,0.7,0.5,0.75",
                        "1,1,0,ok,0.3,0.8,0.75,0.5",
                        "2,2,0,ok,0.4,0.75,0.25,1"),
                CELLS);
        // by validation loss cell 0 with test accuracy 0.75 of 1; by accuracy cell 1 with test loss 0.75 against 0.25
        assertThat(written.texts(
                        "best_by_loss best_by_accuracy regret_split accuracy_regret loss_regret", "validation"))
                .containsExactly("0 1 test 0.25 0.5");
        assertThat(written.texts("best_by_loss best_by_accuracy accuracy_regret loss_regret ci_low", "test"))
                .first()
                .isEqualTo("0 1 0.25 0.5 ");
        assertThat(written.count()).isEqualTo(2);
        assertThat(written.undefined()).isEmpty();
    }

    @Test
    void cellsWithoutValuesDoNotCompete() throws IOException {
        var written = write(List.of(HEADER, "0,0,0,diverged,,", "1,1,0,ok,0.3,0.8", "2,2,0,ok,0.4,0.9"), CELLS);
        assertThat(written.texts("cells n_undefined best_by_loss best_by_accuracy kendall agreement_share"))
                .containsExactly("2 1 1 2 -1.0 0.0");
    }

    @Test
    void oneCellIsNoChoice() throws IOException {
        assertThat(write(List.of(HEADER, "0,0,0,ok,0.3,0.8"), "cell", "0").count())
                .isZero();
        var written = write(List.of(HEADER, "0,0,0,diverged,,", "1,1,0,ok,0.3,0.8", "2,2,0,failed,,"), CELLS);
        assertThat(written.texts("cells n kendall best_by_loss accuracy_regret agreement_share"))
                .containsExactly("1 0    ");
        assertThat(written.undefined()).hasSize(11).allMatch(row -> row.endsWith("TOO_FEW"));
    }

    @Test
    void cellsOfDifferentDataSetsDoNotCompete() throws IOException {
        var written = write(RUNS, "cell,data.source", "0,iris", "1,digits", "2,digits");
        assertThat(written.texts("stratum cells best_by_loss best_by_accuracy top1_agreement"))
                .containsExactly("digits 2 1 1 1");
    }

    @Test
    void allEqualAccuraciesHaveNoOrder() throws IOException {
        var written = write(List.of(HEADER, "0,0,0,ok,0.2,0.9", "1,1,0,ok,0.1,0.9", "2,2,0,ok,0.3,0.9"), CELLS);
        assertThat(written.undefined()).contains("0 kendall CONSTANT_ACCURACY");
        assertThat(written.texts("best_by_loss best_by_accuracy")).containsExactly("1 1");
    }
}
