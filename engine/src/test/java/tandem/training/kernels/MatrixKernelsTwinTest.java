package tandem.training.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.TwinData.LANES;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatrixKernelsTwinTest {
    /** Every block and every remainder: 2 x 8, 1 x 8, 4 x 4 to 4 x 1, 1 x 4 to 1 x 1, and more than one of each. */
    private static final int[] COLUMNS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 16, 19, 33};

    private static final int[] ROWS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 33};

    @Test
    void productsOfEveryShapeAreEqual() {
        for (int columns : COLUMNS) {
            for (int rows : ROWS) {
                for (int depth : new int[] {0, 1, 2, 5}) {
                    assertEqualProducts(rows, columns, depth, false);
                }
            }
        }
    }

    @Test
    void productsOfSpecialValuesAreEqual() {
        for (int columns : COLUMNS) {
            assertEqualProducts(7, columns, 3, true);
        }
    }

    @Test
    void productsOfManyRowsAndTermsAreEqual() {
        assertEqualProducts(1003, 3, 2, false);
        assertEqualProducts(3, 9, 1003, false);
    }

    private static void assertEqualProducts(int rows, int columns, int depth, boolean special) {
        var fromScalar = new Fixture(rows, columns, depth, special);
        var fromVector = new Fixture(rows, columns, depth, special);
        for (boolean transposed : new boolean[] {false, true}) {
            for (boolean continues : new boolean[] {false, true}) {
                fromScalar.multiply(SCALAR, transposed, continues, depth);
                fromVector.multiply(VECTOR, transposed, continues, depth);
                assertArrayEquals(fromScalar.c, fromVector.c);
            }
        }
    }

    @Test
    void aSumCutIntoPiecesHasTheBitsOfTheWhole() {
        int depth = 33;
        for (var kernels : new Kernels[] {SCALAR, VECTOR}) {
            for (int columns : new int[] {1, 3, 8, 12}) {
                var whole = new Fixture(5, columns, depth, false);
                whole.multiply(kernels, true, false, depth);
                for (int first : new int[] {1, 7, 32}) {
                    var pieces = new Fixture(5, columns, depth, false);
                    pieces.multiply(kernels, true, false, first);
                    pieces.multiplyRest(kernels, first);
                    assertArrayEquals(whole.c, pieces.c);
                }
            }
        }
    }

    @Test
    void theProductIsTheSumOfProducts() {
        // worked by hand: 0.5 + 2 * 3 + (-1) * 4 = 2.5, exact in binary
        double[] a = Layout.allocate(2, LANES);
        double[] b = Layout.allocate(2, LANES);
        double[] start = Layout.allocate(1, LANES);
        double[] c = Layout.allocate(1, LANES);
        Layout.fill(a, 0, LANES, 2);
        Layout.fill(a, 1, LANES, -1);
        Layout.fill(b, 0, LANES, 3);
        Layout.fill(b, 1, LANES, 4);
        Layout.fill(start, 0, LANES, 0.5);
        var product =
                new Product(Matrix.of(b, 0, 1, LANES), Matrix.of(start, 0, 1, LANES), Matrix.of(c, 0, 1, LANES), 1);
        VECTOR.matrix().multiply(product, Matrix.of(a, 0, 2, LANES), 0, 1, 2);
        assertThat(c[Layout.FIRST]).isEqualTo(2.5);
    }

    @Test
    void transposesAreEqualAndUndoEachOther() {
        for (int[] shape : new int[][] {{1, 1}, {3, 8}, {7, 2}, {33, 5}}) {
            double[] from = TwinData.any(shape[0] * shape[1], 1);
            var matrix = Matrix.of(from, 0, shape[1], LANES);
            double[] scalar = Layout.allocate(shape[0] * shape[1], LANES);
            double[] vector = scalar.clone();
            SCALAR.matrix().transpose(matrix, Matrix.of(scalar, 0, shape[0], LANES), shape[0], shape[1]);
            VECTOR.matrix().transpose(matrix, Matrix.of(vector, 0, shape[0], LANES), shape[0], shape[1]);
            assertArrayEquals(scalar, vector);
            double[] back = Layout.allocate(shape[0] * shape[1], LANES);
            VECTOR.matrix()
                    .transpose(
                            Matrix.of(vector, 0, shape[0], LANES),
                            Matrix.of(back, 0, shape[1], LANES),
                            shape[1],
                            shape[0]);
            assertArrayEquals(from, back);
        }
    }

    /** One product over arrays of its own; b is shifted by a row, a by {@code shift} rows, c has a gap between its rows. */
    private static final class Fixture {
        final int rows;
        final int depth;
        final int columns;
        final double[] a;
        final double[] b;
        final double[] start;
        final double[] c;

        Fixture(int rows, int columns, int depth, boolean special) {
            this.rows = rows;
            this.columns = columns;
            this.depth = depth;
            a = values(rows * depth + 1, 1, special);
            b = values(columns * depth + 1, 2, special);
            start = values(columns, 3, special);
            c = Layout.allocate(rows * (columns + 1), LANES);
        }

        private static double[] values(int count, long seed, boolean special) {
            return special ? TwinData.any(count, seed) : TwinData.ordinary(count, seed);
        }

        private Product product(int firstTerm, boolean continues) {
            Matrix result = Matrix.of(c, 0, columns + 1, LANES);
            Matrix from = continues ? result : Matrix.repeatedRow(start, 0, LANES);
            return new Product(Matrix.of(b, 1 + firstTerm * columns, columns, LANES), from, result, columns);
        }

        void multiply(Kernels kernels, boolean transposed, boolean continues, int terms) {
            Matrix left = transposed ? Matrix.of(a, 0, rows, LANES).transposed() : Matrix.of(a, 0, depth, LANES);
            kernels.matrix().multiply(product(0, continues), left, LANES, rows, terms);
        }

        void multiplyRest(Kernels kernels, int done) {
            Matrix left = Matrix.of(a, 0, rows, LANES).transposed();
            kernels.matrix().multiply(product(done, true), left, LANES + done * rows * LANES, rows, depth - done);
        }
    }

    @Test
    void noLaneSeesAnother() {
        var random = new SplittableRandom(5);
        var all = new Fixture(5, 11, 3, true);
        all.multiply(VECTOR, false, false, 3);
        var changed = new Fixture(5, 11, 3, true);
        for (double[] values : new double[][] {changed.a, changed.b, changed.start}) {
            for (int i = Layout.FIRST; i < values.length; i++) {
                values[i] = (i - Layout.FIRST) % LANES == 0 ? values[i] : random.nextDouble();
            }
        }
        changed.multiply(VECTOR, false, false, 3);
        for (int i = Layout.FIRST; i < all.c.length; i += LANES) {
            assertThat(Double.doubleToLongBits(changed.c[i])).isEqualTo(Double.doubleToLongBits(all.c[i]));
        }
    }
}
