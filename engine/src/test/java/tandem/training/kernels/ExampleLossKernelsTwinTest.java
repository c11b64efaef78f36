package tandem.training.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.TwinData.LANES;
import static tandem.training.kernels.TwinData.ROW_COUNTS;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import org.junit.jupiter.api.Test;

class ExampleLossKernelsTwinTest {
    private static final int[] CLASS_COUNTS = {2, 3, 10};

    /** What the kernels read and write, for {@code count} examples whose labels begin one row behind the first. */
    private static final class State {
        final int count;
        final int classCount;
        final int labelAt = FIRST + LANES;
        final double[] z;
        final double[] reached;
        final double[] columns;
        final double[] labels;
        final double[] a;
        final double[] b;
        final double[] c;
        final double[] row;
        final double[] matrix;

        State(int count, int classCount, boolean special) {
            this.count = count;
            this.classCount = classCount;
            z = special ? TwinData.any(count * classCount, count) : TwinData.ordinary(count * classCount, count);
            reached = TwinData.ordinary(count * classCount, 5);
            columns = TwinData.ordinary(count * classCount, 6);
            labels = TwinData.labels(count + 1, classCount, count);
            a = special ? TwinData.any(count, 1) : TwinData.shares(count, 1);
            b = special ? TwinData.any(count, 2) : TwinData.shares(count, 2);
            c = special ? TwinData.any(count, 3) : TwinData.shares(count, 3);
            row = TwinData.shares(1, count);
            matrix = TwinData.shares(classCount * classCount, count);
        }

        double[][] all() {
            return new double[][] {z, reached, columns, a, b, c, row};
        }
    }

    private interface Kernel {
        void apply(Kernels kernels, State state);
    }

    private static void assertEqual(Kernel kernel) {
        for (int classCount : CLASS_COUNTS) {
            for (int count : ROW_COUNTS) {
                for (boolean special : new boolean[] {false, true}) {
                    var scalar = new State(count, classCount, special);
                    var vector = new State(count, classCount, special);
                    kernel.apply(SCALAR, scalar);
                    kernel.apply(VECTOR, vector);
                    for (int i = 0; i < scalar.all().length; i++) {
                        assertArrayEquals(scalar.all()[i], vector.all()[i]);
                    }
                }
            }
        }
    }

    @Test
    void gapsAndLeadsAreEqual() {
        assertEqual((k, s) -> {
            k.exampleLoss().gaps(s.z, s.classCount, s.labels, s.labelAt, s.count, s.a);
            k.exampleLoss().leads(s.z, s.classCount, s.labels, s.labelAt, s.count, s.b);
        });
    }

    @Test
    void lossesFromLogitsAreEqual() {
        assertEqual((k, s) -> {
            k.loss().softmaxShift(s.z, s.classCount, s.count);
            k.exampleLoss().gaps(s.z, s.classCount, s.labels, s.labelAt, s.count, s.a);
            k.loss().exp(s.z, FIRST, s.z.length);
            k.exampleLoss().excesses(s.z, s.classCount, s.labels, s.labelAt, s.count, s.a, s.b, s.c);
            k.exampleLoss().addLogs(s.a, s.b, s.count);
        });
    }

    @Test
    void likelihoodsAndPowersAreEqual() {
        assertEqual((k, s) -> {
            k.exampleLoss().likelihoods(s.a, s.row, 2, s.count, s.b);
            k.exampleLoss().powers(s.c, s.row, s.count);
        });
        assertEqual((k, s) -> k.exampleLoss().powers(s.c, new double[s.row.length], s.count));
    }

    @Test
    void generalizedLossesAreEqual() {
        assertEqual((k, s) -> k.exampleLoss().generalize(s.a, s.row, 2, s.count));
    }

    @Test
    void focalFactorsAreEqual() {
        assertEqual((k, s) -> k.exampleLoss().focalFactors(s.z, s.a, s.b, s.c, s.row, s.count));
    }

    @Test
    void productsAndSumsAreEqual() {
        assertEqual((k, s) -> {
            k.exampleLoss().multiply(s.a, s.b, s.count);
            k.exampleLoss().addScaled(s.b, s.c, s.row, s.count);
            k.exampleLoss().addTo(s.row, s.c, s.count);
        });
    }

    @Test
    void smoothedGradientsAreEqual() {
        assertEqual((k, s) -> k.exampleLoss().smooth(s.z, s.classCount, s.labels, s.labelAt, s.count, s.row, 0.2));
    }

    @Test
    void correctedLossesAndGradientsAreEqual() {
        assertEqual((k, s) -> {
            for (int row = 1; row < s.classCount * s.classCount; row += 4) {
                Layout.fill(s.matrix, row, LANES, 0);
            }
            k.transition().columns(s.matrix, s.classCount, s.labels, s.labelAt, s.count, s.columns);
            k.loss().softmaxShift(s.z, s.classCount, s.count);
            k.transition().reach(s.z, s.columns, s.classCount, s.count, s.reached, s.a);
            k.loss().exp(s.z, FIRST, s.z.length);
            k.loss().exp(s.reached, FIRST, s.reached.length);
            k.transition().excesses(s.z, s.columns, s.classCount, s.count, s.reached, s.a, s.b);
            k.transition().gradient(s.z, s.reached, s.classCount, s.labels, s.labelAt, s.count, 0.2);
        });
    }

    @Test
    void normsAndFactorsOfSingleExamplesAreEqual() {
        assertEqual((k, s) -> {
            var rows = Matrix.of(s.z, 0, s.classCount, LANES);
            k.clip().rowSquares(rows, 0, s.classCount - 1, s.count, s.a);
            k.clip().addProducts(s.a, s.b, s.count, s.c);
            k.clip().clipFactors(s.c, s.row, 0.2, s.count);
        });
    }
}
