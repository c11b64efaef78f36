package tandem.measures;

import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Correlation of loss and accuracy over the epochs 1..T of one trajectory: of levels, so it says whether both have a
 * trend.
 */
final class Correlation {
    private static final double LOSS_TOLERANCE = 1e-12;

    private Correlation() {}

    /**
     * Pearson's r of L_t and A_t.
     *
     * <p>Without p-value: neighbouring epochs depend on each other, so a test for independent pairs would mean nothing.
     */
    static Measured pearson(Curve curve) {
        return whereBothVary(curve, false);
    }

    /** Spearman's rho of L_t and A_t: Pearson's r of the ranks, ties having the mean of their ranks. */
    static Measured spearman(Curve curve) {
        return whereBothVary(curve, true);
    }

    private static Measured whereBothVary(Curve curve, boolean ranked) {
        double[] losses = new double[curve.epochCount()];
        double[] correct = new double[curve.epochCount()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = curve.loss(i + 1);
            correct[i] = curve.correct(i + 1);
        }
        if (isConstant(losses)) {
            return new Measured.Undefined(Reason.CONSTANT_LOSS);
        }
        if (isConstant(correct)) {
            return new Measured.Undefined(Reason.CONSTANT_ACCURACY);
        }
        return new Measured.Defined(ranked ? pearson(ranks(losses), ranks(correct)) : pearson(losses, correct));
    }

    /** Whether {@code max - min <= 1e-12 max(1, max |x|)}; exact for counts. */
    private static boolean isConstant(double[] values) {
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return max - min <= LOSS_TOLERANCE * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
    }

    private static double[] ranks(double[] values) {
        return new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(values);
    }

    /**
     * {@code r = sum dx dy / sqrt(sum dx^2 sum dy^2)} with deviations from the means.
     *
     * <p>Written out because PearsonsCorrelation of Commons Math takes the root of 1 minus the unexplained share: near
     * r = 0 that leaves 8 of 16 digits. Here the r of ranks is exact up to the last division and root.
     */
    private static double pearson(double[] x, double[] y) {
        double[] dx = scaledDeviations(x);
        double[] dy = scaledDeviations(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < dx.length; i++) {
            xx += dx[i] * dx[i];
            xy += dx[i] * dy[i];
            yy += dy[i] * dy[i];
        }
        double r = xy / Math.sqrt(xx * yy);
        return Math.max(-1, Math.min(1, r));
    }

    /**
     * Deviations from the mean, scaled by a power of two (so without rounding) that keeps the squares of losses like
     * 1e300 finite.
     */
    private static double[] scaledDeviations(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = Math.getExponent(largest);
        double[] deviations = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.scalb(values[i], -exponent);
            sum += deviations[i];
        }
        double mean = sum / values.length;
        for (int i = 0; i < values.length; i++) {
            deviations[i] -= mean;
        }
        return deviations;
    }
}
