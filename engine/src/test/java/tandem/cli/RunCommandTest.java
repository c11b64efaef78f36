package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem run}: its options and its folder. */
final class RunCommandTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    @Test
    void aRunLeavesEveryTableAndSaysWhereTheyAre() throws IOException {
        cli.tiny("tiny", "factors: {training.batch_size: [5, full]}\nreplicates: 3\n");
        var answer = cli.run("tiny", "out");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("validation loss", "validation accuracy", "spearman", "+-", "full")
                .endsWith("Tables: " + cli.path("out") + "\n");
        assertThat(answer.err()).isEmpty();
        try (var files = Files.list(cli.path("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "journal",
                            "manifest.json",
                            "environment.json",
                            "scenario.yaml",
                            "cells.csv",
                            "runs.csv",
                            "epochs.csv",
                            "curves.csv",
                            "summary.csv",
                            "correlations.csv",
                            "selection.csv",
                            "effects.csv",
                            "stopping.csv",
                            "claims.csv",
                            "undefined.csv",
                            "errors.csv",
                            "timings.csv");
        }
        assertThat(cli.column("out/cells.csv", "training.batch_size")).containsExactly("5", "full");
        assertThat(cli.column("out/runs.csv", "status")).hasSize(6).containsOnly("ok");
        // 6 runs, epochs 0 to 4, 3 splits
        assertThat(cli.rows("out/epochs.csv")).hasSize(1 + 6 * 5 * 3);
        assertThat(cli.read("out/manifest.json")).contains("\"name\" : \"tiny\"", "\"runs\" : 6");
    }

    @Test
    void nothingIsLeftBesideTheResults() throws IOException {
        cli.tiny("tiny", "");
        cli.run("tiny", "out");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("tiny.yaml", "out");
        }
    }

    @Test
    void oneRunHasNoUncertainty() throws IOException {
        cli.tiny("tiny", "");
        assertThat(cli.run("tiny", "out").out()).doesNotContain("+-").contains("validation loss");
    }

    @Test
    void aBigGridShowsItsFirstCellsAndItsBest() throws IOException {
        cli.tiny("tiny", "factors: {training.optimizer.learning_rate: {from: 0.01, to: 0.3, step: 0.01}}\n");
        var answer = cli.run("tiny", "out");
        // a heading, 5 cells, the best by loss and by accuracy, how many there are, where the tables are
        assertThat(answer.out().lines()).hasSize(1 + 5 + 2 + 1 + 1);
        assertThat(answer.out()).contains("lowest loss", "highest accuracy", "first 5 of 30 cells");
    }

    @Test
    void quietPrintsNothing() throws IOException {
        cli.tiny("tiny", "");
        var answer = cli.run("tiny", "out", "--quiet");
        assertThat(answer).isEqualTo(new Cli.Answer(0, "", ""));
        assertThat(cli.path("out/runs.csv")).exists();
    }

    @Test
    void optionsChangeTheScenario() throws IOException {
        cli.tiny("tiny", "factors: {training.batch_size: [5, 8]}\n");
        var answer = cli.run(
                "tiny",
                "out",
                "--set",
                "training.epochs=2",
                "--factor",
                "training.optimizer.learning_rate=0.1:0.3:0.1",
                "--factor",
                "training.batch_size=6",
                "--replicates",
                "2",
                "--seed",
                "7");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(cli.rows("out/cells.csv").getFirst())
                .containsExactlyInAnyOrder("cell", "training.batch_size", "training.optimizer.learning_rate");
        assertThat(cli.column("out/cells.csv", "training.optimizer.learning_rate"))
                .containsExactly("0.1", "0.2", "0.3");
        assertThat(cli.column("out/runs.csv", "training.batch_size")).hasSize(6).containsOnly("6");
        assertThat(cli.column("out/epochs.csv", "epoch")).contains("2").doesNotContain("3");
        assertThat(cli.read("out/scenario.yaml")).contains("epochs: 2", "replicates: 2", "seed: 7");
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws IOException {
        cli.tiny("tiny", "");
        cli.run("tiny", "first");
        cli.run("tiny", "second", "--seed", "1");
        assertThat(cli.column("first/runs.csv", "train_loss"))
                .isNotEqualTo(cli.column("second/runs.csv", "train_loss"));
    }

    @Test
    void theSameScenarioReplacesItsResults() throws IOException {
        cli.tiny("tiny", "");
        cli.run("tiny", "out");
        String before = cli.read("out/manifest.json");
        Files.delete(cli.path("out/runs.csv"));
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        assertThat(cli.path("out/runs.csv")).exists();
        assertThat(cli.read("out/manifest.json")).isEqualTo(before);
    }

    @Test
    void anotherScenariosResultsNeedForce() throws IOException {
        cli.tiny("tiny", "");
        cli.run("tiny", "out");
        String before = cli.read("out/manifest.json");
        var refused = cli.run("tiny", "out", "--seed", "2");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("'tiny' with other settings", "--force");
        assertThat(cli.read("out/manifest.json")).isEqualTo(before);
        assertThat(cli.run("tiny", "out", "--seed", "2", "--force").exitCode()).isZero();
        assertThat(cli.read("out/manifest.json")).isNotEqualTo(before);
    }

    @Test
    void aFolderThatIsNotOursIsNeverTouched() throws IOException {
        cli.tiny("tiny", "");
        Files.createDirectory(cli.path("mine"));
        cli.write("mine/runs.csv", "precious\n");
        for (String option : new String[] {"--quiet", "--force"}) {
            var refused = cli.run("tiny", "mine", option);
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("not results of Tandem");
        }
        assertThat(cli.read("mine/runs.csv")).isEqualTo("precious\n");
    }

    @Test
    void whatAKilledRunLeftIsClearedAway() throws IOException {
        cli.tiny("tiny", "");
        Files.createDirectory(cli.path(".out.staging"));
        cli.write(".out.staging/epochs.csv.tmp", "half a ro");
        cli.write(".out.lock", "");
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        assertThat(cli.path(".out.staging")).doesNotExist();
        assertThat(cli.path(".out.lock")).doesNotExist();
    }

    @Test
    void theNumberOfThreadsIsChecked() throws IOException {
        cli.tiny("tiny", "");
        var answer = cli.run("tiny", "out", "--threads", "0");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("--threads must be between 1 and 1024: 0", "tandem run --help");
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws IOException {
        cli.tiny("tiny", "");
        cli.write("file", "");
        var answer = cli.run("tiny", "file/out");
        assertThat(answer.exitCode()).isEqualTo(4);
        assertThat(answer.err()).startsWith("tandem: ").doesNotContain("Exception", "\tat ");
    }
}
