package tandem.training.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.TwinData.LANES;
import static tandem.training.kernels.TwinData.ROW_COUNTS;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import org.junit.jupiter.api.Test;

class UpdateKernelsTwinTest {

    /** Arguments by what the kernels take them for; a kernel changes some of them. */
    @SuppressWarnings("ArrayRecordComponent") // read by one test and gone
    private record State(double[] w, double[] g, double[] m, double[] v, double[] row, double[] factors) {
        static State of(int rows) {
            double[] factors = TwinData.ordinary(UpdateKernels.ADAM_ROWS, 5);
            Layout.fill(factors, UpdateKernels.BETA1, LANES, 0.9);
            Layout.fill(factors, UpdateKernels.BETA2, LANES, 0.999);
            Layout.fill(factors, UpdateKernels.BETA1_POWER, LANES, 1);
            Layout.fill(factors, UpdateKernels.BETA2_POWER, LANES, 1);
            return new State(
                    TwinData.any(rows, 1),
                    TwinData.any(rows, 2),
                    TwinData.any(rows, 3),
                    TwinData.any(rows, 4),
                    TwinData.any(1, rows),
                    factors);
        }
    }

    private interface Kernel {
        void apply(UpdateKernels kernels, State state);
    }

    private static void assertEqual(Kernel kernel) {
        for (int rows : ROW_COUNTS) {
            var scalar = State.of(rows);
            var vector = State.of(rows);
            kernel.apply(SCALAR.update(), scalar);
            kernel.apply(VECTOR.update(), vector);
            assertArrayEquals(scalar.w, vector.w);
            assertArrayEquals(scalar.g, vector.g);
            assertArrayEquals(scalar.m, vector.m);
            assertArrayEquals(scalar.v, vector.v);
            assertArrayEquals(scalar.row, vector.row);
            assertArrayEquals(scalar.factors, vector.factors);
        }
    }

    @Test
    void penaltiesAreEqual() {
        double[] l1 = TwinData.ordinary(1, 9);
        assertEqual((kernels, s) -> kernels.addPenalty(s.w, s.g, FIRST, s.w.length, s.row, l1));
    }

    @Test
    void squaresAreEqual() {
        assertEqual((kernels, s) -> kernels.squares(s.w, FIRST, s.w.length, s.row));
    }

    @Test
    void squaresOfOrdinaryNumbersAreEqual() {
        for (int rows : ROW_COUNTS) {
            double[] a = TwinData.ordinary(rows, rows);
            double[] scalar = Layout.allocate(1, LANES);
            double[] vector = Layout.allocate(1, LANES);
            SCALAR.update().squares(a, FIRST, a.length, scalar);
            VECTOR.update().squares(a, FIRST, a.length, vector);
            assertArrayEquals(scalar, vector);
        }
    }

    @Test
    void magnitudesAreEqual() {
        assertEqual((kernels, s) -> kernels.magnitudes(s.w, FIRST, s.w.length, s.row));
    }

    @Test
    void finitenessIsEqual() {
        assertEqual((kernels, s) -> kernels.finiteness(s.w, FIRST, s.w.length, s.row));
    }

    @Test
    void finitenessTellsNumbersFromWhatIsNone() {
        double[] a = TwinData.ordinary(3, 1);
        double[] out = Layout.allocate(1, LANES);
        VECTOR.update().finiteness(a, FIRST, a.length, out);
        assertThat(out[FIRST]).isZero();
        a[FIRST + LANES] = Double.NEGATIVE_INFINITY;
        VECTOR.update().finiteness(a, FIRST, a.length, out);
        assertThat(out[FIRST]).isNaN();
        assertThat(out[FIRST + 1]).isZero();
    }

    @Test
    void normsAreEqual() {
        assertEqual((kernels, s) -> kernels.addNorm(s.row, s.factors));
    }

    @Test
    void clippingByNormIsEqual() {
        double[] norm = TwinData.ordinary(1, 8);
        assertEqual((kernels, s) -> kernels.clipByNorm(s.g, FIRST, s.g.length, norm, s.row));
        assertEqual((kernels, s) -> kernels.clipByNorm(s.g, FIRST, s.g.length, s.row, norm));
    }

    @Test
    void clippingByValueIsEqual() {
        double[] bound = LaneValues.positive();
        assertEqual((kernels, s) -> kernels.clipByValue(s.g, FIRST, s.g.length, bound));
    }

    @Test
    void descentIsEqual() {
        assertEqual((kernels, s) -> kernels.descend(s.w, s.g, FIRST, s.w.length, s.row));
    }

    @Test
    void momentumIsEqual() {
        assertEqual((kernels, s) -> kernels.accelerate(s.m, s.g, FIRST, s.m.length, s.row));
    }

    @Test
    void nesterovIsEqual() {
        double[] momentum = TwinData.shares(1, 8);
        assertEqual((kernels, s) -> kernels.descendAhead(s.w, s.g, s.m, FIRST, s.w.length, s.row, momentum));
    }

    @Test
    void rmsPropIsEqualOverThreeSteps() {
        assertEqual((kernels, s) -> {
            for (int step = 0; step < 3; step++) {
                kernels.rmsProp(s.w, s.g, s.v, FIRST, s.w.length, s.factors);
            }
        });
    }

    @Test
    void scalingAndAveragingAreEqual() {
        double[] decay = TwinData.shares(1, 8);
        assertEqual((kernels, s) -> {
            kernels.scale(s.g, FIRST, s.g.length, s.row);
            kernels.average(s.m, s.w, FIRST, s.m.length, decay, s.row);
        });
    }

    @Test
    void adamIsEqualOverThreeSteps() {
        assertEqual((kernels, s) -> {
            for (int step = 0; step < 3; step++) {
                kernels.adamFactors(s.factors);
                kernels.adam(s.w, s.g, s.m, s.v, FIRST, s.w.length, s.factors);
            }
        });
    }

    private static final class LaneValues {
        private LaneValues() {}

        static double[] positive() {
            double[] row = TwinData.ordinary(1, 3);
            for (int i = FIRST; i < row.length; i++) {
                row[i] = Math.abs(row[i]);
            }
            return row;
        }
    }
}
