package tandem.benchmarks;

import java.util.List;
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
import tandem.training.PackTrainer;
import tandem.training.RunInput;
import tandem.training.RunResult;
import tandem.training.kernels.Kernels;

/**
 * Trainings of one pack to be run with {@code -prof gc}, which tells bytes an invocation: at two numbers of epochs,
 * whose difference is what an epoch allocates, and at many steps an epoch against one, whose difference is what a step
 * does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class AllocationBenchmark {

    @Param
    Work work = Work.SMALL;

    @Param({"50", "200"})
    int epochs;

    /** Whether an epoch is one step or as many as the work has. */
    @Param({"false", "true"})
    boolean fullBatch;

    private final Kernels kernels = Kernels.vector();
    private List<RunInput> runs = List.of();
    private List<RunResult> results = List.of();

    @Setup
    public void prepare() {
        runs = work.runs(kernels.lanes(), Orders.OWN, fullBatch ? work.trained() : work.batch, epochs);
    }

    @Benchmark
    public List<RunResult> train() {
        results = PackTrainer.train(runs, kernels);
        return results;
    }

    @TearDown
    public void check() {
        Twin.checkTraining(runs, results);
    }
}
