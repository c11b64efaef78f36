package tandem.measures.examples;

/** Quantiles of type 7 of Hyndman and Fan, the default of R, NumPy and pandas. */
final class Quantiles {
    private Quantiles() {}

    /**
     * {@code x_(k) + (h - k)(x_(k+1) - x_(k))} with {@code h = (n - 1) q}, {@code k = floor(h)}, counted from 0.
     *
     * <p>Percentile of Commons Math computes the same, but selects anew for each of the eight we need of one array.
     *
     * @param sorted n values, n at least 1
     * @param q in [0, 1]
     */
    static double of(double[] sorted, double q) {
        double h = (sorted.length - 1) * q;
        int k = (int) h;
        return k == sorted.length - 1 ? sorted[k] : sorted[k] + (h - k) * (sorted[k + 1] - sorted[k]);
    }
}
