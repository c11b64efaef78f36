package tandem.training.kernels;

/** Where rows of lanes lie in an array. */
public final class Layout {

    /**
     * Element at which row 0 starts. The data of a double array begins 16 bytes into the object, so that with objects aligned to 64 bytes
     * ({@code -XX:ObjectAlignmentInBytes=64}) every row of eight lanes is one cache line. Without the flag results are the same, only slower.
     */
    public static final int FIRST = 6;

    private Layout() {}

    /** A zeroed array with room for {@code rows} rows. */
    public static double[] allocate(int rows, int lanes) {
        return new double[Math.toIntExact(FIRST + (long) rows * lanes)];
    }

    /** The element at which {@code row} starts. */
    public static int at(int row, int lanes) {
        return FIRST + row * lanes;
    }

    /** Writes {@code value} into every lane of {@code row}. */
    public static void fill(double[] values, int row, int lanes, double value) {
        java.util.Arrays.fill(values, at(row, lanes), at(row + 1, lanes), value);
    }
}
