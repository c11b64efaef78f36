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
        double low = k == 0 ? 0 : quantile(k, n - k + 1, 0.025);
        double high = k == n ? 1 : quantile(k + 1, n - k, 0.975);
        return Estimated.of((double) k / n, new Interval(low, high), METHOD);
    }

    private static double quantile(int alpha, int beta, double p) {
        return new BetaDistribution(null, alpha, beta, SOLVER_ACCURACY).inverseCumulativeProbability(p);
    }
}
