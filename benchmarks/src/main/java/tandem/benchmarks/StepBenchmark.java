package tandem.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
import tandem.training.random.RandomStream;

/**
 * Microseconds an epoch of one pack, so many epochs in a training that what comes before and after them is lost in it.
 *
 * <p>An epoch arranges the examples, makes its steps and evaluates both splits. Evaluation is told apart by validating
 * on {@code validated} times as many examples: with {@code e0} and {@code e4} the epochs at 0 and 4 times the trained,
 * one evaluation of the train split takes {@code (e4 - e0) / 4} and one step {@code (e0 - (e4 - e0) / 4) / steps}, its
 * share of arranging included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(StepBenchmark.EPOCHS)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class StepBenchmark {
    static final int EPOCHS = 50;

    @Param
    Work work = Work.SMALL;

    @Param
    KernelSet kernelSet = KernelSet.VECTOR;

    @Param({"0", "4"})
    int validated;

    private Kernels kernels = Kernels.scalar(1);
    private List<RunInput> runs = List.of();
    private List<RunResult> results = List.of();

    @Setup
    public void prepare() {
        kernels = kernelSet.kernels();
        runs = IntStream.range(0, kernels.lanes())
                .mapToObj(lane -> new RunInput(
                        work.data(lane, validated * work.trained()),
                        work.model(),
                        work.training(work.batch, EPOCHS),
                        RandomStream.of(1, "weights", lane),
                        RandomStream.of(1, "order", lane),
                        RandomStream.of(1, "dropout", lane)))
                .toList();
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
