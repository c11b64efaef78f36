package tandem.benchmarks;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.rng.UniformRandomProvider;
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
import org.openjdk.jmh.infra.Blackhole;
import tandem.measures.Curve;
import tandem.measures.Detail;
import tandem.measures.Measure;
import tandem.measures.Measured;
import tandem.measures.Measures;
import tandem.measures.Outcomes;
import tandem.measures.SplitResult;
import tandem.measures.TrajectoryMeasure;
import tandem.training.PackTrainer;
import tandem.training.Trajectory;
import tandem.training.kernels.Kernels;
import tandem.training.random.RandomStream;

/**
 * All measures of one run, both splits, from the arrays that training leaves behind: models per CPU-second, beside
 * those that {@link WorkBenchmark} trains. Trajectories are those of trained
 * runs, a different one each time, as nothing repeats in a grid; last states are drawn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MeasuresBenchmark {
    private static final int RUNS = 64;

    @Param
    Work work = Work.SMALL;

    @Param
    Detail detail = Detail.DEFAULT;

    private ImmutableList<ImmutableList<Given>> runs = ImmutableList.of();
    private ImmutableList<Measure> measures = ImmutableList.of();
    private int next;

    /** What is known of a split of a run. */
    private record Given(Trajectory.Curve trajectory, int classCount, Supplier<Outcomes> last) {

        /** Anew each time, for it keeps what measures share. */
        SplitResult result() {
            var curve = Curve.of(trajectory.loss(), trajectory.correct(), trajectory.exampleCount());
            return new SplitResult(curve, classCount, Optional.of(last.get()));
        }
    }

    @Setup
    public void prepare() {
        var random = RandomStream.of(1, "last states", 0).generator();
        measures = Measures.of(work.epochs, work.classes, detail);
        var kernels = Kernels.vector();
        runs = Lists.partition(work.runs(RUNS, Orders.OWN), kernels.lanes()).stream()
                .flatMap(pack -> PackTrainer.train(pack, kernels).stream())
                .map(result -> result.trajectory().splits().values().stream()
                        .map(curve -> new Given(curve, work.classes, drawn(curve.exampleCount(), random)))
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Logits that are mostly right. */
    private Supplier<Outcomes> drawn(int count, UniformRandomProvider random) {
        int[] labels = new int[count];
        int[] predictions = new int[count];
        double[] logits = new double[count * work.classes];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(work.classes);
            for (int c = 0; c < work.classes; c++) {
                logits[i * work.classes + c] = random.nextDouble() * 4 + (c == labels[i] ? 2 : 0);
                if (logits[i * work.classes + c] > logits[i * work.classes + predictions[i]]) {
                    predictions[i] = c;
                }
            }
        }
        double[] losses = new double[count];
        double[] probabilities = new double[logits.length];
        return () -> Outcomes.of(work.classes, labels, predictions, losses, logits, probabilities);
    }

    @Benchmark
    public void measure(Trained trained, Blackhole sink) {
        next = (next + 1) % RUNS;
        for (var given : runs.get(next)) {
            var result = given.result();
            for (var measure : measures) {
                sink.consume(measure.of(result));
            }
        }
        trained.models++;
    }

    /** Kendall's tau, the longest of the algorithms, against Commons Math's. */
    @TearDown
    public void check() {
        for (var given : runs.get(next)) {
            double[] losses = new double[work.epochs];
            double[] correct = new double[work.epochs];
            for (int i = 0; i < work.epochs; i++) {
                losses[i] = given.trajectory.loss()[i + 1];
                correct[i] = given.trajectory.correct()[i + 1];
            }
            double expected = new KendallsCorrelation().correlation(losses, correct);
            checkState(
                    TrajectoryMeasure.KENDALL.of(given.result()) instanceof Measured.Defined(double tau)
                            && Math.abs(tau - expected) < 1e-12,
                    "Kendall's tau must be %s",
                    expected);
        }
    }
}
