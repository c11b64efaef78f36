package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids that are trained in parts give, to the byte, the tables of one clean run. */
final class ShardsTest {
    /** Four cells of three replicates, of two shapes; every run of two cells diverges. */
    private static final String GRID = """
        factors:
          training.batch_size: [5, 8]
          training.optimizer.learning_rate: [0.05, 1e200]
        replicates: 3
        claims:
          - {name: low, says: Loss is low., where: {training.optimizer.learning_rate: 0.05}, measure: train_loss, expect: {below: 9}}
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", GRID);
    }

    private static Cli.Answer done(Cli.Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer;
    }

    private Cli.Answer shard(int index, int count, String... options) {
        var all = new ArrayList<>(List.of("--shard", index + "/" + count));
        all.addAll(List.of(options));
        return cli.run("tiny", "s" + index, all.toArray(String[]::new));
    }

    private Cli.Answer merge(String... shards) {
        var arguments = new ArrayList<>(List.of("merge", cli.path("out").toString()));
        for (String shard : shards) {
            arguments.add(shard.startsWith("-") ? shard : cli.path(shard).toString());
        }
        return Cli.answer(arguments.toArray(String[]::new));
    }

    private void assertClean() throws IOException {
        done(cli.run("tiny", "clean"));
        assertThat(cli.tables("out")).isEqualTo(cli.tables("clean"));
    }

    @Test
    void mergedShardsAreOneCleanRun() throws IOException {
        assertThat(done(shard(1, 3)).err()).contains("holds all runs of shard 1 of 3, 4 of 12", "tandem merge");
        done(shard(2, 3, "--threads", "3"));
        done(shard(3, 3));
        assertThat(cli.path("s1/runs.csv")).doesNotExist();
        var answer = done(merge("s3", "s1", "s2", "--fail-on-claims"));
        assertThat(answer.out()).contains("Tables: ", "Loss is low.");
        assertClean();
        assertThat(done(cli.run("tiny", "out")).err()).contains("is finished");
    }

    @Test
    void failedRunsAreMergedWithTheCommandThatReplaysThem() throws IOException {
        // Newton's method finds no minimum where classes are separable.
        cli.write("d.csv", "x,y\n-2,0\n-1,0\n1,1\n2,1\n");
        cli.write("tiny.yaml", """
            name: tiny
            data: {source: d.csv}
            model: {kind: logistic}
            training: {optimizer: {kind: newton}}
            factors: {training.penalty.l2: [0, 0.1]}
            replicates: 2
            """);
        assertThat(shard(1, 2, "--seed", "7").exitCode()).isEqualTo(3);
        assertThat(shard(2, 2, "--seed", "7").exitCode()).isEqualTo(3);
        assertThat(merge("s1", "s2").exitCode()).isEqualTo(3);
        assertThat(cli.read("out/errors.csv")).contains(",7,tandem replay . 0");
        assertThat(cli.run("tiny", "clean", "--seed", "7").exitCode()).isEqualTo(3);
        assertThat(cli.tables("out")).isEqualTo(cli.tables("clean"));
    }

    @Test
    void missingDoubledAndForeignShardsAreNamed() throws IOException {
        done(shard(1, 3));
        done(shard(2, 3));
        assertThat(merge("s1", "s2").err()).contains("shard 3 of 3 is missing");
        assertThat(merge("s1", "s2", "s1").err()).contains("s1 and ", "are both shard 1 of 3");
        done(shard(3, 3, "--set", "training.epochs=6"));
        assertThat(merge("s1", "s2", "s3").err()).contains("s3 does not belong to", "training.epochs is 6 and was 4");
        done(cli.run("tiny", "s4", "--shard", "3/4"));
        assertThat(merge("s1", "s2", "s4").err()).contains("s4 does not belong to", "shard 3 of 4");
        done(cli.run("tiny", "whole"));
        var answer = merge("s1", "s2", "whole");
        assertThat(answer.err()).contains("whole is no shard");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(cli.path("out")).doesNotExist();
    }

    @Test
    void anIncompleteShardIsNamedWithTheCommandThatGoesOn() throws IOException {
        done(shard(1, 2));
        assertThat(done(shard(2, 2, "--limit", "2")).err()).contains("lacks 4 runs of shard 2 of 2");
        var answer = merge("s1", "s2");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("s2 lacks 4 of the 6 runs", "--shard 2/2 --out ");
        done(shard(2, 2));
        done(merge("s1", "s2"));
        assertClean();
    }

    @Test
    void aFolderHoldsOneShard() throws IOException {
        done(shard(1, 2));
        var answer = cli.run("tiny", "s1", "--shard", "2/2");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("is the folder of shard 1 of 2, not of shard 2 of 2");
    }

    @Test
    void theWholeGridGrowsOutOfAShard() throws IOException {
        done(shard(2, 2));
        Files.move(cli.path("s2"), cli.path("out"));
        assertThat(done(cli.run("tiny", "out")).err()).contains("holds 6 runs of 12 already");
        assertThat(cli.path("out/shard.json")).doesNotExist();
        assertClean();
    }

    @Test
    void nothingIsMergedIntoWhatIsThere() throws IOException {
        done(shard(1, 1));
        cli.write("out.txt", "x");
        Files.createDirectory(cli.path("out"));
        Files.move(cli.path("out.txt"), cli.path("out/mine.txt"));
        var answer = merge("s1");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("is not empty");
    }

    @Test
    void limitedRunsContinueToOneCleanRun() throws IOException {
        var answer = done(cli.run("tiny", "out", "--limit", "5"));
        assertThat(answer.err()).contains("stopped as asked", "lacks 7 runs; the same command continues");
        assertThat(cli.path("out/runs.csv")).doesNotExist();
        assertThat(done(cli.run("tiny", "out", "--limit", "5", "--threads", "2"))
                        .err())
                .contains("holds 5 runs of 12 already", "lacks 2 runs");
        assertThat(cli.run("tiny", "out", "--limit", "1", "--fail-on-claims").exitCode())
                .isEqualTo(1);
        done(cli.run("tiny", "out", "--limit", "1"));
        assertClean();
    }

    @Test
    void aTimeBudgetThatSufficesEndsTheGrid() throws IOException {
        done(cli.run("tiny", "out", "--time-budget", "10m"));
        assertClean();
    }

    @Test
    void misspeltPartsAndTimesAreRefused() {
        for (String shard : List.of("0/2", "3/2", "2", "1/x", "1/1000000")) {
            assertThat(cli.run("tiny", "out", "--shard", shard).err()).contains("such as 2/4: " + shard);
        }
        for (String time : List.of("10", "0m", "-1s", "1.5h", "m")) {
            assertThat(cli.run("tiny", "out", "--time-budget=" + time).err()).contains("such as 90s, 10m or 8h");
        }
        assertThat(cli.run("tiny", "out", "--limit", "0").exitCode()).isEqualTo(2);
    }
}
