package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Planner;
import tandem.experiment.run.PackRunner.Training;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.RunColumns.Status;
import tandem.training.RunInput;
import tandem.training.kernels.Kernels;
import tandem.training.optimizer.Optimizer;

/** Training that fails for some runs, as no scenario can be made to: the others do not notice. */
final class FailuresTest {
    private static final Kernels KERNELS = Kernels.scalar(4);

    private static final Training RIGHT = Training.with(KERNELS);

    @TempDir
    private Path folder;

    private Plan plan;
    private DataProvider data;
    private int threads = 2;

    @BeforeEach
    void planTwelveRuns() throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.yaml"), """
            name: tiny
            question: What if it fails?
            data: {source: {kind: gaussians, examples: 40, separation: 2}, train: 24, validation: 8, test: 8}
            model: {kind: mlp, hidden: [3]}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 5, epochs: 4}
            factors: {training.optimizer.learning_rate: [0.1, 0.2, 0.3]}
            replicates: 4
            """);
        data = new DataProvider(new DataCatalog(folder, folder));
        plan = Planner.plan(ScenarioFile.read(file, Overrides.NONE), data);
    }

    /** Fails for every pack with a run of that learning rate. */
    private static Training failingAt(double rate) {
        return (inputs, observer) -> {
            if (inputs.stream().anyMatch(input -> learningRate(input) == rate)) {
                throw new IllegalStateException("no luck");
            }
            return RIGHT.results(inputs, observer);
        };
    }

    private static double learningRate(RunInput input) {
        return input.training().optimizer() instanceof Optimizer.Sgd sgd ? sgd.learningRate() : 0;
    }

    private RunCounts run(String out, RunOptions options, Training training)
            throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        try (var target = ResultFolder.open(folder.resolve(out), "d", false)) {
            var runner = new Runner(plan, data, KERNELS, threads, target, options);
            runner.train(Progress.NONE, training);
            if (!runner.isComplete()) {
                return new RunCounts(runner.journal().count(), runner.failures(), 0);
            }
            var counts = runner.write(target);
            target.commit(RunManifest.of(plan, data, counts));
            return counts;
        }
    }

    private Map<String, String> tables(String out) throws IOException {
        var tables = new TreeMap<String, String>();
        for (var file : List.of(ResultFile.RUNS, ResultFile.EPOCHS, ResultFile.ERRORS, ResultFile.UNDEFINED)) {
            tables.put(file.fileName(), text(out, file));
        }
        return tables;
    }

    private String text(String out, ResultFile file) throws IOException {
        return Files.readString(folder.resolve(out).resolve(file.fileName()));
    }

    private long failed(String out) throws IOException, RefusedFolderException {
        var journal = RunJournal.view(plan, data, folder.resolve(out));
        long failed = 0;
        for (long run = 0; run < plan.runCount(); run++) {
            failed += journal.has(run) && journal.status(run) == Status.FAILED ? 1 : 0;
        }
        return failed;
    }

    @Test
    void onlyTheRunsThatFailAreFailed() throws Exception {
        var counts = run("out", RunOptions.DEFAULT, failingAt(0.2));
        assertThat(counts).isEqualTo(new RunCounts(12, 4, 0));
        run("clean", RunOptions.DEFAULT, RIGHT);
        var rows = text("out", ResultFile.RUNS).lines().toList();
        var clean = text("clean", ResultFile.RUNS).lines().toList();
        for (int run = 0; run < 12; run++) {
            boolean failed = run / 4 == 1;
            assertThat(rows.get(1 + run).equals(clean.get(1 + run)))
                    .as("run %s", run)
                    .isNotEqualTo(failed);
            assertThat(rows.get(1 + run).contains("failed")).isEqualTo(failed);
        }
        var errors = text("out", ResultFile.ERRORS).lines().toList();
        assertThat(errors).hasSize(5);
        assertThat(errors.get(1)).startsWith("4,1,0,").contains("no luck", "2026", "tandem replay . 4");
    }

    @Test
    void failedRunsAreTrainedAgainOnlyOnRequest() throws Exception {
        run("out", RunOptions.DEFAULT, failingAt(0.2));
        var before = tables("out");
        assertThat(run("out", RunOptions.DEFAULT, RIGHT).failed()).isEqualTo(4);
        assertThat(tables("out")).isEqualTo(before);
        assertThat(run("out", new RunOptions(false, true, Long.MAX_VALUE), RIGHT)
                        .failed())
                .isZero();
        run("clean", RunOptions.DEFAULT, RIGHT);
        assertThat(tables("out")).isEqualTo(tables("clean"));
    }

    @Test
    void aRunThatFailsAgainHasItsNewMessage() throws Exception {
        run("out", RunOptions.DEFAULT, failingAt(0.2));
        run("out", new RunOptions(false, true, Long.MAX_VALUE), (_, _) -> {
            throw new IllegalArgumentException("no luck again");
        });
        assertThat(text("out", ResultFile.ERRORS)).contains("no luck again").doesNotContain("IllegalState");
    }

    @Test
    void tooManyFailuresStopTheRestAndLoseNothing() throws Exception {
        threads = 1;
        var counts = run("out", new RunOptions(false, false, 1), failingAt(0.1));
        // The first pack of four, all of whose runs fail.
        assertThat(counts).isEqualTo(new RunCounts(4, 4, 0));
        assertThat(folder.resolve("out").resolve("runs.csv")).doesNotExist();
        assertThat(failed("out")).isEqualTo(counts.failed());
        run("out", new RunOptions(false, true, Long.MAX_VALUE), RIGHT);
        run("clean", RunOptions.DEFAULT, RIGHT);
        assertThat(tables("out")).isEqualTo(tables("clean"));
    }

    @Test
    void anErrorThatIsNoRunsFaultKeepsWhatHasEnded() throws Exception {
        var packs = new AtomicInteger();
        assertThatThrownBy(() -> run("out", RunOptions.DEFAULT, (inputs, observer) -> {
                    if (packs.incrementAndGet() == 3) {
                        throw new OutOfMemoryError("pretended");
                    }
                    return RIGHT.results(inputs, observer);
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(RunJournal.view(plan, data, folder.resolve("out")).count()).isEqualTo(8);
        run("out", RunOptions.DEFAULT, RIGHT);
        run("clean", RunOptions.DEFAULT, RIGHT);
        assertThat(tables("out")).isEqualTo(tables("clean"));
    }

    @Test
    void aPackThatFailsOnlyTogetherIsTrainedApartToTheSameBits() throws Exception {
        run("out", RunOptions.DEFAULT, (inputs, observer) -> {
            if (inputs.size() > 1) {
                throw new IllegalStateException("too many");
            }
            return RIGHT.results(inputs, observer);
        });
        run("clean", RunOptions.DEFAULT, RIGHT);
        assertThat(tables("out")).isEqualTo(tables("clean"));
        assertThat(text("out", ResultFile.ERRORS).lines()).hasSize(1);
    }
}
