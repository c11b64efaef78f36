package tandem.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
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

/** Whole trainings of {@link ImageWork}: eight networks an invocation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImageBenchmark {
    private static final int MODELS = 8;

    @Param
    KernelSet kernelSet = KernelSet.VECTOR;

    @Param({"16", "32"})
    int batch = 16;

    /** Less is for trying whether it runs. */
    @Param("900")
    int trained = 900;

    private Kernels kernels = Kernels.scalar(1);
    private List<RunInput> runs = List.of();
    private List<List<RunInput>> packs = List.of();
    private List<RunResult> results = List.of();

    @Setup
    public void prepare() {
        kernels = kernelSet.kernels();
        runs = ImageWork.runs(MODELS, trained, batch);
        packs = Lists.partition(runs, kernels.lanes());
    }

    @Benchmark
    public List<RunResult> train(Trained trained) {
        var all = ImmutableList.<RunResult>builder();
        for (var pack : packs) {
            all.addAll(PackTrainer.train(pack, kernels));
        }
        trained.models += MODELS;
        results = all.build();
        return results;
    }

    /** Last, not first, as in {@link WorkBenchmark}. */
    @TearDown
    public void check() {
        Twin.checkTraining(runs, results);
    }
}
