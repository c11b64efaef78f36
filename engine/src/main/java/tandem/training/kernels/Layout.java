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

    /**
     * The distance between rows of a matrix of {@code columns} elements. Rows a multiple of 16 elements apart would meet in a few sets of the
     * first-level cache, and a walk down a column would push out what it is to read again (half the speed at 32 rows): they get one unused element.
     */
    public static int stride(int columns) {
        return columns % 16 == 0 ? columns + 1 : columns;
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
