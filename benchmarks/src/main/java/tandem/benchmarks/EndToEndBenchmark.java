package tandem.benchmarks;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tandem.experiment.data.ReplicateStreams;
import tandem.experiment.scenario.Purpose;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;
import tandem.training.PackTrainer;
import tandem.training.RunInput;
import tandem.training.RunResult;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.random.RandomStream;

/** A whole {@code tandem run}, from the scenario file to the finished folder, and the same runs as trainings alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class EndToEndBenchmark {
    private static final int RUNS_OF_SMALL = 2048;
    private static final int RUNS_OF_LARGE = 512;

    @Param
    Work work = Work.SMALL;

    /** Of the grid: 2048 runs of the small work, 512 of the large one. Less is for trying whether it runs. */
    @Param("100")
    int percent;

    private final Kernels kernels = Kernels.vector();
    private List<RunInput> inputs = List.of();
    private List<RunResult> results = List.of();

    @SuppressWarnings("NullAway.Init") // prepared before anything else
    private GridFolder grid;

    @Setup
    public void prepare() throws IOException {
        int all = work == Work.SMALL ? RUNS_OF_SMALL : RUNS_OF_LARGE;
        grid = new GridFolder(work, Math.max(1, all * percent / 400) * 4);
        inputs = inputs(grid.plan());
    }

    /** The runs of the grid as {@code tandem run} prepares them, in the order of runs.csv. */
    private static ImmutableList<RunInput> inputs(GridFolder.Planned planned) {
        var scenario = planned.plan().scenario();
        var all = ImmutableList.<RunInput>builder();
        for (long cell = 0; cell < planned.plan().cellCount(); cell++) {
            var conditions = scenario.cell(cell).conditions();
            for (int replicate = 0; replicate < scenario.replicates().count(); replicate++) {
                var data = RandomStream.of(scenario.seed(), Purpose.DATA.key(), replicate);
                var split = RandomStream.of(scenario.seed(), Purpose.SPLIT.key(), replicate);
                var corruption = RandomStream.of(scenario.seed(), Purpose.CORRUPTION.key(), replicate);
                var streams = new ReplicateStreams(replicate, data, split, corruption);
                all.add(new RunInput(
                        planned.data().prepared(conditions.data(), streams),
                        conditions.model(),
                        conditions.training(),
                        RandomStream.of(scenario.seed(), Purpose.WEIGHTS.key(), replicate),
                        RandomStream.of(scenario.seed(), Purpose.ORDER.key(), replicate),
                        RandomStream.of(scenario.seed(), Purpose.DROPOUT.key(), replicate)));
            }
        }
        return all.build();
    }

    @Benchmark
    public void run(Trained trained)
            throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        WholeRun.run(grid, kernels, 1);
        trained.models += inputs.size();
    }

    @Benchmark
    public void runOnTwoThreads(Trained trained)
            throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        WholeRun.run(grid, kernels, 2);
        trained.models += inputs.size();
    }

    @Benchmark
    public List<RunResult> bare(Trained trained) {
        var all = new ArrayList<RunResult>();
        for (var pack : Lists.partition(inputs, kernels.lanes())) {
            all.addAll(PackTrainer.train(pack, kernels));
        }
        trained.models += inputs.size();
        results = all;
        return all;
    }

    /** The bare trainings against the twin (a pack of them), or the finished tables against bare trainings. */
    @TearDown
    public void check() throws IOException {
        try (var _ = grid) {
            var first = inputs.subList(0, Math.min(kernels.lanes(), inputs.size()));
            if (results.isEmpty()) {
                checkTable(PackTrainer.train(first, kernels));
            } else {
                Twin.checkTraining(first, results);
            }
        }
    }

    private void checkTable(List<RunResult> expected) throws IOException {
        int checked = 0;
        try (var table = TableReader.open(grid.out().resolve(ResultFile.RUNS.fileName()))) {
            while (table.hasNext() && checked < expected.size()) {
                double[] loss = expected.get(checked++)
                        .trajectory()
                        .splits()
                        .get(Split.VALIDATION)
                        .loss();
                Twin.checkBits("validation_loss", new double[] {loss[loss.length - 1]}, new double[] {
                    table.next().number("validation_loss").orElseThrow()
                });
            }
        }
        checkState(checked == expected.size(), "runs.csv has %s runs", checked);
    }
}
