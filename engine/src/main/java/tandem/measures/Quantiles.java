package tandem.measures;

/** Quantiles of type 7 of Hyndman and Fan, the default of R, NumPy and pandas. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * {@code x_(k) + (h - k)(x_(k+1) - x_(k))} with {@code h = (n - 1) q}, {@code k = floor(h)}, counted from 0.
     *
     * <p>Percentile of Commons Math computes the same, but selects anew for each of several of one array.
     *
     * @param sorted its first n values are ascending
     * @param n at least 1
     * @param q in [0, 1]
     */
    public static double ofSorted(double[] sorted, int n, double q) {
        double h = (n - 1) * q;
        int k = (int) h;
        return k == n - 1 ? sorted[k] : sorted[k] + (h - k) * (sorted[k + 1] - sorted[k]);
    }
}
