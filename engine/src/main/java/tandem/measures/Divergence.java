package tandem.measures;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where the loss leaves its minimum for good while the accuracy holds.
 *
 * @param onset first epoch t, if any, such that for all s in [t, t + 4], {@code L_s > L_tL + se} and {@code c_s >= c_tL
 *     - 1}; se is the robust standard deviation {@code 1.4826 median |d - median d|} of the steps {@code d_t = L_t -
 *     L_(t-1)}, t = 2..T, and at least rounding, {@code 1e-12 max(1, L_tL)}
 * @param area sum of {@code L_s - L_tL} over the epochs s after the onset with {@code c_s >= c_tL - 1}; 0 without onset
 */
record Divergence(OptionalInt onset, double area) {
    private static final int WINDOW = 5;
    private static final double TOLERANCE = 1e-12;

    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final double NORMAL_DEVIATION = 1.4826;

    static Divergence of(Curve curve) {
        int best = curve.extremes().minLossEpoch();
        int onset = onset(curve, best);
        if (onset == 0) {
            return new Divergence(OptionalInt.empty(), 0);
        }
        double area = 0;
        for (int s = onset + 1; s <= curve.epochCount(); s++) {
            if (holds(curve, best, s)) {
                area += curve.loss(s) - curve.loss(best);
            }
        }
        return new Divergence(OptionalInt.of(onset), area);
    }

    /** 0 for none. */
    private static int onset(Curve curve, int best) {
        if (best + WINDOW > curve.epochCount()) {
            return 0;
        }
        double least = curve.loss(best);
        double rounding = TOLERANCE * Math.max(1, Math.abs(least));
        double bound = least + Math.max(rounding, robustDeviation(curve.steps().losses()));
        int length = 0;
        for (int s = best + 1; s <= curve.epochCount(); s++) {
            length = curve.loss(s) > bound && holds(curve, best, s) ? length + 1 : 0;
            if (length == WINDOW) {
                return s - WINDOW + 1;
            }
        }
        return 0;
    }

    /** Whether the accuracy has dropped by one example at most. */
    private static boolean holds(Curve curve, int best, int epoch) {
        return curve.correct(epoch) >= curve.correct(best) - 1;
    }

    private static double robustDeviation(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = Median.ofSorted(sorted);
        double[] deviations = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            deviations[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(deviations);
        return NORMAL_DEVIATION * Median.ofSorted(deviations);
    }
}
