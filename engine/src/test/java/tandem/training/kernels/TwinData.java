package tandem.training.kernels;

import java.util.SplittableRandom;

/** Arrays on which twins must agree. */
final class TwinData {
    static final Kernels VECTOR = Kernels.vector();
    static final int LANES = VECTOR.lanes();
    static final Kernels SCALAR = Kernels.scalar(LANES);
    static final int[] ROW_COUNTS = {1, 2, 3, 7, 33, 1003};

    private static final double[] SPECIAL = {
        0,
        -0.0,
        1e-300,
        -1e-300,
        Double.MIN_VALUE,
        -3 * Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0.55,
        -0.25,
        1,
        -1,
        20.5,
        -708.5,
        709.5,
        1e300,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private TwinData() {}

    /** Rows of numbers around 0, every third one special, in an order of its own for each seed. */
    static double[] any(int rows, long seed) {
        var random = new SplittableRandom(seed);
        double[] values = ordinary(rows, seed);
        for (int i = Layout.FIRST; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : values[i];
        }
        return values;
    }

    /** Rows of finite numbers in (-2, 2). */
    static double[] ordinary(int rows, long seed) {
        var random = new SplittableRandom(seed + 1000);
        double[] values = Layout.allocate(rows, LANES);
        for (int i = Layout.FIRST; i < values.length; i++) {
            values[i] = random.nextDouble(-2, 2);
        }
        return values;
    }

    /** Rows of numbers in (0, 1). */
    static double[] shares(int rows, long seed) {
        var random = new SplittableRandom(seed + 3000);
        double[] values = Layout.allocate(rows, LANES);
        for (int i = Layout.FIRST; i < values.length; i++) {
            values[i] = random.nextDouble(0x1p-20, 1);
        }
        return values;
    }

    /** Rows of whole numbers in [0, bound). */
    static double[] labels(int rows, int bound, long seed) {
        var random = new SplittableRandom(seed + 2000);
        double[] values = Layout.allocate(rows, LANES);
        for (int i = Layout.FIRST; i < values.length; i++) {
            values[i] = random.nextInt(bound);
        }
        return values;
    }
}
