package tandem.analysis.interval;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Share with the 95 % interval of Clopper and Pearson (1934): its ends are the 0.025 quantile of Beta(k, n - k + 1) and
 * the 0.975 quantile of Beta(k + 1, n - k), or 0 where k = 0 and 1 where k = n.
 */
public final class ClopperPearson {
    private static final String METHOD = "clopper_pearson";
    /** ClopperPearsonInterval of Commons Math has 1e-9, which would show in the tenth digit. */
    private static final double SOLVER_ACCURACY = 1e-14;

    private ClopperPearson() {}

    /** The share k / n. */
    public static Estimated of(int k, int n) {
        checkArgument(n > 0 && k >= 0 && k <= n, "k must be 0 to n, and n positive: %s, %s", k, n);
        return Estimated.of((double) k / n, interval(k, n, 0.05), METHOD);
    }

    /** The interval at level 1 - alpha, with quantiles alpha / 2 and 1 - alpha / 2. */
    public static Interval interval(int k, int n, double alpha) {
        double low = k == 0 ? 0 : quantile(k, n - k + 1, alpha / 2);
        double high = k == n ? 1 : quantile(k + 1, n - k, 1 - alpha / 2);
        return new Interval(low, high);
    }

    private static double quantile(int alpha, int beta, double p) {
        return new BetaDistribution(null, alpha, beta, SOLVER_ACCURACY).inverseCumulativeProbability(p);
    }
}
