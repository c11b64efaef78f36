package tandem.training.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.TwinData.LANES;
import static tandem.training.kernels.TwinData.ROW_COUNTS;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import org.junit.jupiter.api.Test;

class LossKernelsTwinTest {

    /** What the kernels read and write, for {@code count} examples whose labels begin one row behind the first. */
    private static final class State {
        final int count;
        final int classCount;
        final int labelAt = FIRST + LANES;
        final double[] z;
        final double[] labels;
        final double[] weights;
        final double[] gap;
        final double[] excess;
        final double[] totals;
        final double[] thresholds;

        State(int count, int classCount, boolean special) {
            this.count = count;
            this.classCount = classCount;
            z = special ? TwinData.any(count * classCount, count) : TwinData.ordinary(count * classCount, count);
            labels = TwinData.labels(count + 1, Math.max(classCount, 2), count);
            weights = TwinData.ordinary(count + 1, count);
            gap = Layout.allocate(count, LANES);
            excess = Layout.allocate(count, LANES);
            thresholds = TwinData.shares(1, count);
            totals = TwinData.ordinary(LossKernels.TOTAL_ROWS, count);
        }
    }

    private interface Kernel {
        void apply(LossKernels kernels, State state);
    }

    private static void assertEqual(int classCount, Kernel kernel) {
        for (int count : ROW_COUNTS) {
            for (boolean special : new boolean[] {false, true}) {
                var scalar = new State(count, classCount, special);
                var vector = new State(count, classCount, special);
                kernel.apply(SCALAR.loss(), scalar);
                kernel.apply(VECTOR.loss(), vector);
                assertArrayEquals(scalar.z, vector.z);
                assertArrayEquals(scalar.gap, vector.gap);
                assertArrayEquals(scalar.excess, vector.excess);
                assertArrayEquals(scalar.totals, vector.totals);
            }
        }
    }

    @Test
    void evaluationOfSoftmaxIsEqual() {
        for (int classCount : new int[] {2, 3, 10}) {
            assertEqual(classCount, (kernels, s) -> {
                kernels.softmaxGaps(s.z, s.classCount, s.labels, s.labelAt, s.count, s.gap, s.totals);
                kernels.exp(s.z, FIRST, FIRST + s.count * (s.classCount - 1) * LANES);
                kernels.softmaxExcess(s.z, s.classCount - 1, s.count, s.excess, s.totals);
                kernels.addLogs(s.totals);
            });
        }
    }

    @Test
    void gradientOfSoftmaxIsEqual() {
        for (int classCount : new int[] {2, 3, 10}) {
            assertEqual(classCount, (kernels, s) -> {
                kernels.softmaxShift(s.z, s.classCount, s.count);
                kernels.exp(s.z, FIRST, s.z.length);
                kernels.softmaxGradient(s.z, s.classCount, s.labels, s.labelAt, s.count, 0.2);
                kernels.weigh(s.z, s.classCount, s.weights, s.labelAt, s.count);
            });
        }
    }

    @Test
    void evaluationOfOneLogitIsEqual() {
        assertEqual(1, (kernels, s) -> {
            kernels.logisticGaps(s.z, s.labels, s.labelAt, s.count, s.gap, s.excess, s.totals);
            kernels.exp(s.excess, FIRST, s.excess.length);
            kernels.logisticExcess(s.z, s.excess, s.labels, s.labelAt, s.count, s.thresholds, s.totals);
            kernels.addLogs(s.totals);
        });
    }

    @Test
    void gradientOfOneLogitIsEqual() {
        assertEqual(1, (kernels, s) -> {
            kernels.logisticShift(s.z, s.count, s.excess);
            kernels.exp(s.excess, FIRST, s.excess.length);
            kernels.logisticGradient(s.z, s.excess, s.labels, s.labelAt, s.count, 0.2);
            kernels.weigh(s.z, 1, s.weights, s.labelAt, s.count);
        });
    }

    @Test
    void weightedSumsAreEqual() {
        assertEqual(3, (kernels, s) -> {
            kernels.softmaxGaps(s.z, s.classCount, s.labels, s.labelAt, s.count, s.gap, s.totals);
            kernels.softmaxExcess(s.z, s.classCount - 1, s.count, s.excess, s.totals);
            kernels.addWeighted(s.gap, s.excess, s.weights, s.labelAt, s.count, s.totals);
        });
    }

    @Test
    void exponentialsAndLogarithmsOfAnyNumberAreEqual() {
        for (int rows : ROW_COUNTS) {
            double[] scalar = TwinData.any(rows, rows);
            double[] vector = scalar.clone();
            SCALAR.loss().exp(scalar, FIRST, scalar.length);
            VECTOR.loss().exp(vector, FIRST, vector.length);
            assertArrayEquals(scalar, vector);
            for (double addend : new double[] {0, 1}) {
                double[] logs = TwinData.any(rows, rows);
                double[] expected = logs.clone();
                for (int i = FIRST; i < logs.length; i++) {
                    expected[i] = Elementary.logOfSum(addend, expected[i]);
                }
                VectorElementary.logOfSum(addend, logs, FIRST, logs.length);
                assertArrayEquals(expected, logs);
            }
        }
    }
}
