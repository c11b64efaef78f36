package tandem.analysis;

/** The difference of two values of a table. */
public final class Difference {
    private static final double TOLERANCE = 1e-12;

    private Difference() {}

    /**
     * {@code to - from}, in which 1e-12 of their size and less is rounding and so 0, as in effects.csv: means over cells
     * have it, though accuracies are multiples of 1 / n.
     */
    public static double of(double from, double to) {
        return of(from, to, Math.max(1, Math.max(Math.abs(from), Math.abs(to))));
    }

    /**
     * {@code to - from}, in which {@code 1e-12 size} and less is rounding and so 0.
     *
     * @param size the largest of all values that the two belong to, without its sign: whoever has losses of 1e-15 means
     *     differences between these
     */
    public static double of(double from, double to, double size) {
        double difference = to - from;
        return Math.abs(difference) <= TOLERANCE * size ? 0 : difference;
    }
}
