package tandem.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tandem.training.kernels.Elementary;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.random.RandomStream;

/**
 * Nanoseconds an element of exp, log1p and tanh: vector kernels, their scalar twins, and what the JDK has. {@code
 * Math}'s functions are quick and not the same everywhere, so the engine may not call them; they are here to be
 * compared with.
 *
 * <p>The functions work in place, so every invocation copies its arguments first; {@link #copy} is the cost of that.
 * Without the copy an invocation would take the exponential of the last one's exponentials: all infinite after four.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ElementaryBenchmark.COUNT)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ElementaryBenchmark {
    static final int COUNT = 1024;

    private final Kernels vector = Kernels.vector();
    private final int rows = COUNT / vector.lanes();
    private final int end = Layout.FIRST + COUNT;
    private final double[] exponents = Layout.allocate(rows, vector.lanes());
    private final double[] excesses = Layout.allocate(rows, vector.lanes());
    private final double[] activations = Layout.allocate(rows, vector.lanes());
    private final double[] zeros = Layout.allocate(rows, vector.lanes());
    private final double[] ones = Layout.allocate(rows, vector.lanes());
    private final double[] sum = Layout.allocate(1, vector.lanes());
    private final double[] values = Layout.allocate(rows, vector.lanes());

    /** Arguments as training has them: logits less the largest, excesses of a chunk, inputs of hidden units. */
    @Setup
    public void prepare() {
        var random = RandomStream.of(1, "arguments", 0).generator();
        for (int i = Layout.FIRST; i < end; i++) {
            exponents[i] = -20 * random.nextDouble();
            excesses[i] = 8 * random.nextDouble();
            activations[i] = 8 * random.nextDouble() - 4;
        }
        Arrays.fill(ones, 1);
        check("exp", exponents, Elementary::exp, expVector());
        check("log1p", excesses, Elementary::log1p, log1pVector());
        check("tanh", activations, Elementary::tanh, tanhVector());
    }

    private void check(String what, double[] arguments, DoubleUnaryOperator twin, double[] actual) {
        double[] expected = arguments.clone();
        for (int i = Layout.FIRST; i < end; i++) {
            expected[i] = twin.applyAsDouble(arguments[i]);
        }
        Twin.checkBits(what, expected, actual);
    }

    private double[] copyOf(double[] arguments) {
        System.arraycopy(arguments, 0, values, 0, values.length);
        return values;
    }

    @Benchmark
    public double[] copy() {
        return copyOf(exponents);
    }

    @Benchmark
    public double[] expVector() {
        vector.loss().exp(copyOf(exponents), Layout.FIRST, end);
        return values;
    }

    /** The kernel of weighted losses: a logarithm, an addition and a fma an element. */
    @Benchmark
    public double[] log1pVector() {
        vector.loss().addWeighted(zeros, copyOf(excesses), ones, Layout.FIRST, rows, sum);
        return values;
    }

    @Benchmark
    public double[] tanhVector() {
        vector.activation().tanh(copyOf(activations), Layout.FIRST, end);
        return values;
    }

    @Benchmark
    public double[] expScalar() {
        return each(copyOf(exponents), Elementary::exp);
    }

    @Benchmark
    public double[] log1pScalar() {
        return each(copyOf(excesses), Elementary::log1p);
    }

    @Benchmark
    public double[] tanhScalar() {
        return each(copyOf(activations), Elementary::tanh);
    }

    @Benchmark
    public double[] expStrictMath() {
        return each(copyOf(exponents), StrictMath::exp);
    }

    @Benchmark
    public double[] log1pStrictMath() {
        return each(copyOf(excesses), StrictMath::log1p);
    }

    @Benchmark
    public double[] tanhStrictMath() {
        return each(copyOf(activations), StrictMath::tanh);
    }

    @Benchmark
    public double[] expMath() {
        return each(copyOf(exponents), Math::exp);
    }

    @Benchmark
    public double[] log1pMath() {
        return each(copyOf(excesses), Math::log1p);
    }

    @Benchmark
    public double[] tanhMath() {
        return each(copyOf(activations), Math::tanh);
    }

    /** One function a launch, so the call is inlined; {@link #check} has a loop of its own for that reason. */
    private double[] each(double[] a, DoubleUnaryOperator function) {
        for (int i = Layout.FIRST; i < end; i++) {
            a[i] = function.applyAsDouble(a[i]);
        }
        return a;
    }
}
