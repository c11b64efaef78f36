package tandem.measures;

/** The middle of values, or the mean of the two in the middle. */
final class Median {

    private Median() {}

    /** @param sorted one value or more, ascending */
    static double ofSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
