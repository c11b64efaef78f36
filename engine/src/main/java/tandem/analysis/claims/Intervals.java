package tandem.analysis.claims;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import tandem.analysis.StudentT;
import tandem.analysis.interval.ClopperPearson;
import tandem.analysis.interval.Interval;
import tandem.claims.Statistic;
import tandem.measures.Quantiles;

/**
 * Two-sided confidence intervals of a statistic over independent values. All take the error {@code alpha} = 1 - level,
 * half of which falls to either side.
 */
final class Intervals {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final StudentT studentT = new StudentT();

    /**
     * A statistic of the values.
     *
     * @param values one or more, finite, in the order of the replicates
     * @param alpha in (0, 1)
     */
    ClaimEstimate of(Statistic statistic, double[] values, double alpha) {
        return switch (statistic) {
            case Statistic.Mean _ -> mean(values, alpha);
            case Statistic.Quantile(double q) -> quantile(values, q, alpha);
            case Statistic.ShareAbove(double bound) ->
                share(count(values, value -> value > bound), values.length, alpha);
            case Statistic.ShareBelow(double bound) ->
                share(count(values, value -> value < bound), values.length, alpha);
        };
    }

    /**
     * {@code mean -+ t(1 - alpha / 2; n - 1) sd / sqrt(n)}; unbounded for n = 1. Values that are all equal give a point,
     * since their spread is the only thing that says how far the mean may be off.
     */
    ClaimEstimate mean(double[] values, double alpha) {
        int n = values.length;
        double mean = new Mean().evaluate(values);
        if (n < 2) {
            return new ClaimEstimate(mean, ClaimEstimate.EVERYTHING, n, Double.NaN, Rule.STUDENT_T);
        }
        double t = studentT.quantile(1 - alpha / 2, n - 1);
        double half = t * Math.sqrt(new Variance().evaluate(values, mean) / n);
        if (!Double.isFinite(mean) || !Double.isFinite(half)) {
            return new ClaimEstimate(mean, ClaimEstimate.EVERYTHING, n, t, Rule.STUDENT_T);
        }
        return new ClaimEstimate(mean, new Interval(mean - half, mean + half), n, t, Rule.STUDENT_T);
    }

    /**
     * Type 7 quantile between two order statistics. With B binomial (n, q), the lower end is the l-th smallest value for
     * the largest l with {@code P(B < l) <= alpha / 2}, the upper end the u-th smallest for the smallest u with
     * {@code P(B >= u) <= alpha / 2}; where there is none, the interval is open on that side. Covers at least 1 - alpha
     * whatever the distribution, ties included (David and Nagaraja 2003, section 7.1).
     */
    ClaimEstimate quantile(double[] values, double q, double alpha) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int lower = rank(n, q, alpha / 2);
        // P(B >= u) = P(n - B <= n - u), and n - B is binomial (n, 1 - q).
        int upper = rank(n, 1 - q, alpha / 2);
        double low = lower == 0 ? Double.NEGATIVE_INFINITY : sorted[lower - 1];
        double high = upper == 0 ? Double.POSITIVE_INFINITY : sorted[n - upper];
        return new ClaimEstimate(
                Quantiles.ofSorted(sorted, sorted.length, q),
                new Interval(low, high),
                n,
                normalQuantile(1 - alpha / 2),
                Rule.ORDER_STATISTICS);
    }

    /** The largest l with {@code P(B < l) <= tail}, B binomial (n, q); 0 where not even 1 is. */
    private static int rank(int n, double q, double tail) {
        var binomial = new BinomialDistribution(null, n, q);
        int rank = 0;
        int beyond = n + 1;
        while (beyond - rank > 1) {
            int middle = (rank + beyond) >>> 1;
            if (binomial.cumulativeProbability(middle - 1) <= tail) {
                rank = middle;
            } else {
                beyond = middle;
            }
        }
        return rank;
    }

    /** Share k / n with the interval of Clopper and Pearson. */
    ClaimEstimate share(int successes, int n, double alpha) {
        double share = (double) successes / n;
        return new ClaimEstimate(
                share,
                ClopperPearson.interval(successes, n, alpha),
                n,
                normalQuantile(1 - alpha / 2),
                Rule.CLOPPER_PEARSON);
    }

    static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    private static int count(double[] values, DoublePredicate counts) {
        return (int) Arrays.stream(values).filter(counts).count();
    }
}
