package tandem.training.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.TwinData.LANES;
import static tandem.training.kernels.TwinData.ROW_COUNTS;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.LayerKernels.Rows;

class LayerKernelsTwinTest {
    private static final int CHANNELS = 3;

    /** Rows of three channels and an unused one, and values by channel; a kernel changes some of them. */
    @SuppressWarnings("ArrayRecordComponent") // read by one test and gone
    private record State(
            Rows rows, double[] a, double[] b, double[] c, double[] d, double[] mean, double[] factor, double[] out) {
        static State of(int count) {
            int stride = CHANNELS + 1;
            return new State(
                    new Rows(count, stride * LANES, CHANNELS * LANES),
                    TwinData.any(count * stride, 1),
                    TwinData.any(count * stride, 2),
                    TwinData.any(count * stride, 3),
                    TwinData.any(count * stride, 4),
                    TwinData.any(CHANNELS, 5),
                    TwinData.any(CHANNELS, 6),
                    TwinData.any(CHANNELS, 7));
        }

        int elements() {
            return a.length - FIRST;
        }
    }

    private interface Kernel {
        void apply(LayerKernels kernels, State state);
    }

    private static void assertEqual(Kernel kernel) {
        for (int count : ROW_COUNTS) {
            var scalar = State.of(count);
            var vector = State.of(count);
            kernel.apply(SCALAR.layer(), scalar);
            kernel.apply(VECTOR.layer(), vector);
            assertArrayEquals(scalar.a, vector.a);
            assertArrayEquals(scalar.b, vector.b);
            assertArrayEquals(scalar.c, vector.c);
            assertArrayEquals(scalar.d, vector.d);
            assertArrayEquals(scalar.mean, vector.mean);
            assertArrayEquals(scalar.factor, vector.factor);
            assertArrayEquals(scalar.out, vector.out);
        }
    }

    @Test
    void additionIsEqualFromAnyPlace() {
        assertEqual((kernels, s) -> kernels.add(s.a, FIRST, s.b, FIRST, s.elements()));
        assertEqual((kernels, s) -> kernels.add(s.a, FIRST + LANES, s.b, FIRST, s.elements() - LANES));
    }

    @Test
    void maximaAreEqual() {
        assertEqual((kernels, s) -> kernels.max(s.a, FIRST, new int[] {0}, s.b, FIRST, s.elements()));
        assertEqual((kernels, s) ->
                kernels.max(s.a, FIRST, new int[] {LANES, 0, 2 * LANES}, s.b, FIRST + LANES, s.elements() - 2 * LANES));
    }

    @Test
    void maximaTellZerosApartAndKeepWhatIsNoNumber() {
        for (var kernels : new Kernels[] {SCALAR, VECTOR}) {
            double[] to = Layout.allocate(2, LANES);
            double[] from = Layout.allocate(4, LANES);
            Layout.fill(from, 0, LANES, -0.0);
            Layout.fill(from, 1, LANES, Double.NaN);
            Layout.fill(from, 3, LANES, 1);
            kernels.layer().max(from, FIRST, new int[] {0, 2 * LANES}, to, FIRST, 2 * LANES);
            assertThat(1 / to[FIRST]).isPositive();
            assertThat(to[FIRST + LANES]).isNaN();
        }
    }

    @Test
    void routesAreEqual() {
        assertEqual((kernels, s) -> kernels.route(s.a, s.b, FIRST, s.c, s.d, FIRST, s.elements()));
        // where all inputs are peaks, and after that none has anything left to give
        assertEqual((kernels, s) -> {
            kernels.route(s.a, s.b, FIRST, s.a, s.d, FIRST, s.elements());
            kernels.route(s.a, s.c, FIRST, s.a, s.d, FIRST, s.elements());
        });
    }

    @Test
    void productsAreEqual() {
        assertEqual((kernels, s) -> kernels.multiply(s.a, s.b, s.c, FIRST, s.c.length));
        assertEqual((kernels, s) -> kernels.multiply(s.a, s.b, s.a, FIRST + LANES, s.a.length));
    }

    @Test
    void masksAreEqual() {
        long[] states = new SplittableRandom(9).longs(LANES).toArray();
        double[] rates = {0, Double.MIN_VALUE, 1e-17, 0.1, 0.5, 0.999, Math.nextDown(1)};
        for (double rate : rates) {
            for (long first : new long[] {0, 1, 77, 1L << 40, Long.MAX_VALUE - 3}) {
                double[] scalar = Layout.allocate(9, LANES);
                double[] vector = Layout.allocate(9, LANES);
                long[] before = states.clone();
                SCALAR.layer().masks(states, first, 7, rate, scalar, FIRST + LANES);
                VECTOR.layer().masks(states, first, 7, rate, vector, FIRST + LANES);
                assertArrayEquals(scalar, vector);
                assertArrayEquals(before, states);
            }
        }
    }

    @Test
    void sumsByChannelAreEqual() {
        assertEqual((kernels, s) -> kernels.sums(s.a, s.rows, s.out));
        assertEqual((kernels, s) -> kernels.squaresAbout(s.a, s.rows, s.mean, s.out));
        assertEqual((kernels, s) -> kernels.productSums(s.a, s.b, s.rows, s.out));
    }

    @Test
    void sumsOfOrdinaryNumbersAreEqual() {
        for (int count : ROW_COUNTS) {
            double[] x = TwinData.ordinary(count * CHANNELS, count);
            double[] y = TwinData.ordinary(count * CHANNELS, count + 1L);
            double[] mean = TwinData.ordinary(CHANNELS, 3);
            var rows = new Rows(count, CHANNELS * LANES, CHANNELS * LANES);
            assertArrayEquals(sums(SCALAR, x, y, mean, rows), sums(VECTOR, x, y, mean, rows));
        }
    }

    private static double[][] sums(Kernels kernels, double[] x, double[] y, double[] mean, Rows rows) {
        double[][] sums = new double[3][Layout.allocate(CHANNELS, LANES).length];
        kernels.layer().sums(x, rows, sums[0]);
        kernels.layer().squaresAbout(x, rows, mean, sums[1]);
        kernels.layer().productSums(x, y, rows, sums[2]);
        return sums;
    }

    @Test
    void standardizingAndItsGradientAreEqual() {
        assertEqual((kernels, s) -> kernels.standardize(s.a, s.rows, s.mean, s.factor, s.b));
        assertEqual((kernels, s) -> kernels.scaleAndShift(s.a, s.rows, s.factor, s.mean, s.b));
        assertEqual((kernels, s) -> kernels.standardizeGradient(s.a, s.b, s.rows, s.factor, s.mean, s.out, s.c));
    }

    @Test
    void theUnusedChannelIsLeftAlone() {
        for (var kernels : new Kernels[] {SCALAR, VECTOR}) {
            var s = State.of(7);
            double[] before = s.b.clone();
            kernels.layer().standardize(s.a, s.rows, s.mean, s.factor, s.b);
            kernels.layer().scaleAndShift(s.a, s.rows, s.factor, s.mean, s.b);
            kernels.layer().standardizeGradient(s.a, s.c, s.rows, s.factor, s.mean, s.out, s.b);
            for (int row = 0; row < 7; row++) {
                int unused = FIRST + row * s.rows.stride() + s.rows.elements();
                assertArrayEquals(
                        Arrays.copyOfRange(before, unused, unused + LANES),
                        Arrays.copyOfRange(s.b, unused, unused + LANES));
            }
        }
    }
}
