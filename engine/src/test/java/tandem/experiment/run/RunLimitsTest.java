package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Planner;
import tandem.experiment.plan.Shard;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;
import tandem.tables.ResultFolder;
import tandem.training.kernels.Kernels;

/** How much of a plan is trained at once, and by whom. */
final class RunLimitsTest {
    private static final Kernels KERNELS = Kernels.scalar(4);

    @TempDir
    private Path folder;

    private Plan plan;
    private DataProvider data;

    /** Three cells of 4, 6 and 4 epochs with 5 replicates: shapes of 10 and 5 runs. */
    @BeforeEach
    void planFifteenRuns() throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.yaml"), """
            name: tiny
            question: How much?
            data: {source: {kind: gaussians, examples: 40, separation: 2}, train: 24}
            model: {kind: softmax}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 5}
            factors:
              variant: {a: {training.epochs: 4}, b: {training.epochs: 6}, c: {training.epochs: 4, training.optimizer.learning_rate: 0.2}}
            replicates: 5
            """);
        data = new DataProvider(new DataCatalog(folder, folder));
        plan = Planner.plan(ScenarioFile.read(file, Overrides.NONE), data);
    }

    private long trainedWithin(RunLimits limits) throws Exception {
        var options = new RunOptions(false, false, Long.MAX_VALUE, limits);
        try (var target = ResultFolder.open(folder.resolve("out"), "d", false)) {
            var runner = new Runner(plan, data, KERNELS, 2, target, options);
            runner.train(Progress.NONE);
            assertThat(runner.isComplete()).isEqualTo(runner.journal().count() == 15);
            return runner.journal().count();
        }
    }

    @Test
    void shardsShareTheRunsOfEveryShapeEvenly() {
        for (int count : new int[] {1, 2, 4, 7, 20}) {
            var all = new BitSet();
            long most = 0;
            long least = Long.MAX_VALUE;
            for (int index = 1; index <= count; index++) {
                var runs = new Shard(index, count).runs(plan);
                assertThat(runs.intersects(all)).isFalse();
                all.or(runs);
                most = Math.max(most, runs.cardinality());
                least = Math.min(least, runs.cardinality());
                // Runs 5 to 9 are the long ones.
                long ofLong = runs.get(5, 10).cardinality();
                assertThat(ofLong).isBetween((long) (5 / count), (long) (5 / count + 1));
            }
            assertThat(all.cardinality()).isEqualTo(15);
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void nothingIsBegunAfterTheTimeIsUp() throws Exception {
        var noTime = new RunLimits(Optional.empty(), Long.MAX_VALUE, Duration.ofNanos(1));
        assertThat(trainedWithin(noTime)).isZero();
        assertThat(trainedWithin(RunLimits.NONE)).isEqualTo(15);
    }

    @Test
    void limitsAreExactAndAddUp() throws Exception {
        assertThat(trainedWithin(new RunLimits(Optional.empty(), 7, RunLimits.UNLIMITED)))
                .isEqualTo(7);
        assertThat(trainedWithin(new RunLimits(Optional.of(new Shard(2, 3)), 1, RunLimits.UNLIMITED)))
                .isBetween(7L, 8L);
        assertThat(trainedWithin(new RunLimits(Optional.empty(), 100, RunLimits.UNLIMITED)))
                .isEqualTo(15);
    }
}
