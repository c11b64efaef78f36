package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.run.ScenarioDigest;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFolder;

/** How far a folder has come, whoever is writing to it. */
final class StatusTest {
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
    void startInAnEmptyFolder() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", GRID);
    }

    private String status(String out) {
        var answer = Cli.answer("status", cli.path(out).toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer.out();
    }

    @Test
    void aFinishedFolderIsDone() throws IOException {
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        assertThat(status("out"))
                .contains("scenario  tiny", "done      12 runs: finished", "diverged  6 runs", "missing   0 runs");
    }

    @Test
    void missingRunsAreCountedByCellWhileAnotherProcessHoldsTheFolder() throws IOException, RefusedFolderException {
        assertThat(cli.run("tiny", "out", "--limit", "4").exitCode()).isZero();
        var scenario = ScenarioFile.read(cli.path("tiny.yaml"), Overrides.NONE);
        try (var _ = ResultFolder.open(cli.path("out"), ScenarioDigest.of(scenario), false)) {
            assertThat(status("out"))
                    .contains("done      4 of 12 runs", "missing   8 runs", "last      ", "levels")
                    .contains("  training.batch_size=8, training.optimizer.learning_rate=1.0E200");
        }
        assertThat(cli.path("out/runs.csv")).doesNotExist();
    }

    @Test
    void aRecordThatIsBeingWrittenIsNotCounted() throws IOException {
        assertThat(cli.run("tiny", "out", "--limit", "4", "--threads", "1").exitCode())
                .isZero();
        Path file = cli.path("out/journal/000000.journal");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        assertThat(status("out")).contains("done      3 of 12 runs");
        assertThat(Files.size(file)).isEqualTo(bytes.length - 5);
    }

    /** Six runs within the ten seconds to the last one: 0.6 a second, and ten seconds for six more. */
    @Test
    void rateAndRemainingTimeComeFromTheFilesOfTheJournal() throws IOException {
        assertThat(cli.run("tiny", "out", "--limit", "6", "--threads", "1").exitCode())
                .isZero();
        Path file = cli.path("out/journal/000000.journal");
        var created = ((FileTime) Files.getAttribute(file, "creationTime")).toInstant();
        Files.setLastModifiedTime(file, FileTime.from(created.plusSeconds(10)));
        assertThat(status("out")).contains("rate      0.6 runs a second", "left      about 10 s");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    @Test
    void aShardCountsItsOwnRuns() throws IOException {
        assertThat(cli.run("tiny", "out", "--shard", "2/3", "--limit", "1").exitCode())
                .isZero();
        assertThat(status("out")).contains("shard     2 of 3", "done      1 of 4 runs", "missing   3 runs");
        assertThat(cli.run("tiny", "out", "--shard", "2/3").exitCode()).isZero();
        assertThat(status("out")).contains("done      4 of 4 runs", "tandem merge");
    }

    @Test
    void publishedResultsAreFinished() {
        var answer = Cli.answer("status", Cli.ROOT.resolve("results/keras-iris").toString());
        assertThat(answer.out()).contains("done      40 runs: finished");
    }

    @Test
    void whatIsNoResultFolderIsSaid() {
        var answer = Cli.answer("status", cli.path("nothing").toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("there is no such folder");
    }
}
