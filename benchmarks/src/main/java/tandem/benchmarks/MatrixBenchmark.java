package tandem.benchmarks;

import com.google.common.base.Splitter;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.kernels.Product;
import tandem.training.random.RandomStream;

/**
 * Lane-GEMM on the shapes of both works: the forward, backward and gradient products of a batch, and the forward
 * products of an evaluated chunk.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = Launch.FORKS,
        jvmArgsAppend = {Launch.VECTOR_MODULE, Launch.ALIGNMENT})
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class MatrixBenchmark {

    /** Rows, columns and depth: first those of 4-8-3 with batches of 5, then those of 20-32-2 with batches of 32. */
    @Param({"5x8x4", "5x3x8", "5x8x3", "4x8x5", "32x8x4", "32x3x8", "32x32x20", "32x2x32", "32x32x2", "20x32x32"})
    String shape = "";

    @Param
    KernelSet kernelSet = KernelSet.VECTOR;

    private Kernels kernels = Kernels.scalar(1);
    private Operands operands = new Operands(1, 1, 1, 1);
    private double gigaflop;

    /** Counts floating-point operations, a fma being two; JMH divides by seconds: GFLOP/s. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counted {
        public double gigaflops;
    }

    /** {@code c = start + a b'}, all lanes drawn from one stream. */
    private static final class Operands {
        final int rows;
        final int depth;
        final Matrix a;
        final double[] result;
        final Product product;

        Operands(int rows, int columns, int depth, int lanes) {
            this.rows = rows;
            this.depth = depth;
            var random = RandomStream.of(1, "operands", 0).generator();
            a = Matrix.of(drawn(random, rows * depth, lanes), 0, depth, lanes);
            var b = Matrix.of(drawn(random, depth * columns, lanes), 0, columns, lanes);
            var start = Matrix.repeatedRow(drawn(random, columns, lanes), 0, lanes);
            result = Layout.allocate(rows * columns, lanes);
            product = new Product(b, start, Matrix.of(result, 0, columns, lanes), columns);
        }

        private static double[] drawn(UniformRandomProvider random, int elements, int lanes) {
            double[] values = Layout.allocate(elements, lanes);
            for (int i = Layout.FIRST; i < values.length; i++) {
                values[i] = random.nextDouble() * 2 - 1;
            }
            return values;
        }

        double[] multiply(Kernels kernels) {
            kernels.matrix().multiply(product, a, 0, rows, depth);
            return result;
        }
    }

    @Setup
    public void prepare() {
        var sizes = Splitter.on('x')
                .splitToStream(shape)
                .mapToInt(Integer::parseInt)
                .toArray();
        kernels = kernelSet.kernels();
        int lanes = kernels.lanes();
        operands = new Operands(sizes[0], sizes[1], sizes[2], lanes);
        var twin = new Operands(sizes[0], sizes[1], sizes[2], lanes);
        twin.multiply(Kernels.scalar(lanes));
        operands.multiply(kernels);
        Twin.checkBits(shape, twin.result, operands.result);
        gigaflop = 2e-9 * sizes[0] * sizes[1] * sizes[2] * lanes;
    }

    @Benchmark
    public double[] multiply(Counted counted) {
        counted.gigaflops += gigaflop;
        return operands.multiply(kernels);
    }
}
