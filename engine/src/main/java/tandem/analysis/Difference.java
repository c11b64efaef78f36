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
        double difference = to - from;
        return Math.abs(difference) <= rounding(from, to) ? 0 : difference;
    }

    /** What counts as rounding beside two values. */
    public static double rounding(double from, double to) {
        return TOLERANCE * Math.max(1, Math.max(Math.abs(from), Math.abs(to)));
    }
}
