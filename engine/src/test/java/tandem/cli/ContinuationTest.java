package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is continued holds, to the byte, what one clean run gives. */
final class ContinuationTest {
    private static final String GRID = """
        factors:
          training.batch_size: [5, 8]
          training.optimizer.learning_rate: [0.05, 1e200]
        replicates: 3
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private long journalBytes(String out) throws IOException {
        try (var files = Files.list(cli.path(out).resolve("journal"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void assertDone(Cli.Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
    }

    /** Trains the first scenario, then the second into the same folder, and compares with the second alone. */
    private Cli.Answer grown(String first, String second) throws IOException {
        cli.tiny("tiny", first);
        assertDone(cli.run("tiny", "out"));
        cli.tiny("tiny", second);
        var answer = cli.run("tiny", "out");
        assertDone(answer);
        assertDone(cli.run("tiny", "clean"));
        assertThat(cli.tables("out")).isEqualTo(cli.tables("clean"));
        return answer;
    }

    @Test
    void aFinishedFolderIsLeftAsItIs() throws IOException {
        cli.tiny("tiny", GRID);
        assertDone(cli.run("tiny", "out"));
        var before = Files.getLastModifiedTime(cli.path("out/runs.csv"));
        var answer = cli.run("tiny", "out");
        assertDone(answer);
        assertThat(answer.err()).contains("is finished: it holds all 12 runs", "--force starts over");
        assertThat(Files.getLastModifiedTime(cli.path("out/runs.csv"))).isEqualTo(before);
    }

    @Test
    void forceStartsOver() throws IOException {
        cli.tiny("tiny", GRID);
        assertDone(cli.run("tiny", "out", "--threads", "1"));
        var before = cli.tables("out");
        // Every thread that trains has a file with a head of its own.
        long bytes = journalBytes("out");
        var answer = cli.run("tiny", "out", "--force", "--threads", "1");
        assertDone(answer);
        assertThat(answer.err()).doesNotContain("already");
        assertThat(cli.tables("out")).isEqualTo(before);
        assertThat(journalBytes("out")).isEqualTo(bytes);
    }

    @Test
    void missingTablesAreBuiltFromTheJournal() throws IOException {
        cli.tiny("tiny", GRID);
        assertDone(cli.run("tiny", "out"));
        var before = cli.tables("out");
        long bytes = journalBytes("out");
        Files.delete(cli.path("out/epochs.csv"));
        var answer = cli.run("tiny", "out");
        assertDone(answer);
        assertThat(answer.err()).contains("holds 12 runs of 12 already");
        assertThat(cli.tables("out")).isEqualTo(before);
        assertThat(journalBytes("out")).isEqualTo(bytes);
    }

    @Test
    void moreReplicatesTrainOnlyTheNewOnes() throws IOException {
        var answer = grown(GRID, GRID.replace("replicates: 3", "replicates: 5"));
        assertThat(answer.err()).contains("holds 12 runs of 20 already");
    }

    @Test
    void moreLevelsInAnyOrderTrainOnlyTheNewOnes() throws IOException {
        var answer =
                grown(GRID, GRID.replace("[5, 8]", "[12, 8, 7, 5]").replace("[0.05, 1e200]", "[1e200, 0.1, 0.05]"));
        assertThat(answer.err()).contains("holds 12 runs of 36 already");
    }

    @Test
    void aNewFactorKeepsTheRunsAtItsOldValue() throws IOException {
        var answer = grown(GRID, GRID.replace("replicates", "  training.epochs: [4, 2, 6]\nreplicates"));
        assertThat(answer.err()).contains("holds 12 runs of 36 already");
    }

    /** With label noise in some cells, those without are scored on clean labels too. */
    private Cli.Answer grownByLabelNoise(String record) throws IOException {
        String factor = "factors: {help: {none: {}%s}}\nreplicates: 2\n" + record;
        cli.tiny("tiny", factor.replace("%s", ""));
        assertDone(cli.run("tiny", "out"));
        assertThat(cli.rows("out/epochs.csv").getFirst()).doesNotContain("clean_loss");
        String noise = ", noise: {corruption.label_noise.kind: symmetric, corruption.label_noise.rate: 0.25}";
        cli.tiny("tiny", factor.replace("%s", noise));
        var answer = cli.run("tiny", "out");
        assertDone(answer);
        assertDone(cli.run("tiny", "clean"));
        assertThat(cli.rows("out/epochs.csv").getFirst()).contains("clean_loss");
        assertThat(cli.tables("out")).isEqualTo(cli.tables("clean"));
        return answer;
    }

    @Test
    void cellsThatGetColumnsByNewCellsAreTheSame() throws IOException {
        assertThat(grownByLabelNoise("").err()).contains("holds 2 runs of 4 already");
    }

    @Test
    void rowsOfExamplesThatGetACleanLabelAreMadeAgain() throws IOException {
        assertThat(grownByLabelNoise("record: {examples: true}\n").err())
                .contains("2 runs", "lack what the scenario records now");
    }

    @Test
    void runsOfMoreMeasuresServeFewer() throws IOException {
        cli.tiny("tiny", GRID + "record: {examples: true, measures: all, attribution: {every: 2}}\n");
        assertDone(cli.run("tiny", "out"));
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out").err()).contains("holds 12 runs of 12 already");
        assertDone(cli.run("tiny", "clean"));
        assertThat(cli.tables("out")).isEqualTo(cli.tables("clean"));
    }

    @Test
    void runsThatLackWhatIsRecordedNowAreTrainedAgain() throws IOException {
        var answer = grown(GRID, GRID + "record: {examples: true, paths: [3]}\n");
        assertThat(answer.err()).contains("12 runs", "lack what the scenario records now");
        cli.tiny("tiny", GRID + "record: {examples: true, paths: [4]}\n");
        assertThat(cli.run("tiny", "out").err()).contains("lack what the scenario records now");
    }

    @Test
    void editedClaimsAndQuestionsTrainNothing() throws IOException {
        String claims = """
            claims:
              - {name: low, says: Loss is low., where: {training.optimizer.learning_rate: 0.05}, measure: train_loss, expect: {below: 9}}
            """;
        var answer = grown(GRID, GRID + claims);
        assertThat(answer.err()).contains("holds 12 runs of 12 already");
        cli.write("tiny.yaml", cli.read("tiny.yaml").replace("Does it work?", "Does it?"));
        assertThat(cli.run("tiny", "out").err()).contains("holds 12 runs of 12 already");
        assertThat(cli.read("out/scenario.yaml")).contains("Does it?");
    }

    @Test
    void whatElseDiffersIsNamedKeyByKeyAndRefused() throws IOException {
        cli.tiny("tiny", GRID);
        assertDone(cli.run("tiny", "out"));
        var before = cli.tables("out");
        var answer = cli.run("tiny", "out", "--set", "training.epochs=6", "--seed", "3", "--replicates", "2");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains(
                        "holds runs of 'tiny' with other settings",
                        "replicates is 2 and was 3",
                        "seed is 3 and was 2026",
                        "training.epochs is 6 and was 4",
                        "--force")
                .doesNotContain("batch_size", "question");
        assertThat(cli.tables("out")).isEqualTo(before);
    }

    @Test
    void anEditedDataFileIsRefused() throws IOException {
        cli.write("d.csv", "x,y\n-2,no\n-1,no\n1,yes\n2,yes\n-1,yes\n");
        cli.write("own.yaml", """
            name: own
            question: Whose?
            data: {source: d.csv}
            model: {kind: logistic}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 5, epochs: 3}
            """);
        assertDone(cli.run("own", "out"));
        cli.write("d.csv", "x,y\n-2,no\n-1,no\n1,yes\n2,yes\n-1,no\n");
        var answer = cli.run("own", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("The data file d.csv is not the one", "--force");
        assertDone(cli.run("own", "out", "--force"));
    }

    @Test
    void aTornTailIsCutWithAWarning() throws IOException {
        cli.tiny("tiny", GRID);
        assertDone(cli.run("tiny", "out", "--threads", "1"));
        var before = cli.tables("out");
        Path file = cli.path("out/journal/000000.journal");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));
        Files.delete(cli.path("out/manifest.json"));
        var answer = cli.run("tiny", "out", "--threads", "3");
        assertDone(answer);
        assertThat(answer.err()).contains("ended within a record", "were cut", "holds 11 runs of 12 already");
        assertThat(cli.tables("out")).isEqualTo(before);
        assertThat(cli.run("tiny", "out").err()).doesNotContain("cut");
    }

    @Test
    void cellsThatAreEqualUnderTwoNamesAreTwoRows() throws IOException {
        String twice = """
            factors:
              help: {none: {}, same: {training.epochs: 4}, more: {training.epochs: 5}}
            """;
        grown("", twice);
        assertThat(cli.column("out/runs.csv", "train_loss").get(0))
                .isEqualTo(cli.column("out/runs.csv", "train_loss").get(1));
    }
}
