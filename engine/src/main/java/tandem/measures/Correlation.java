package tandem.measures;

import java.util.function.ToDoubleFunction;

/**
 * Correlation of loss and accuracy over the epochs of one trajectory, or over its steps.
 *
 * <p>Without p-value: neighbouring epochs depend on each other, so a test for independent pairs would mean nothing.
 */
final class Correlation {

    private Correlation() {}

    /** Pearson's r. */
    static Measured pearson(Pairs pairs) {
        return whereBothVary(pairs, p -> pearson(p.losses(), asDoubles(p.correct())));
    }

    /** Spearman's rho: Pearson's r of the ranks, ties having the mean of their ranks. */
    static Measured spearman(Pairs pairs) {
        return whereBothVary(
                pairs, p -> pearson(p.lossRanks().mid(), p.correctRanks().mid()));
    }

    /** Kendall's tau-b: ties in either shorten the denominator. */
    static Measured kendall(Pairs pairs) {
        return whereBothVary(pairs, p -> kendall(p.lossRanks(), p.correctRanks()));
    }

    private static Measured whereBothVary(Pairs pairs, ToDoubleFunction<Pairs> correlation) {
        return pairs.constant()
                .<Measured>map(Measured.Undefined::new)
                .orElseGet(() -> new Measured.Defined(correlation.applyAsDouble(pairs)));
    }

    private static double[] asDoubles(int[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /**
     * {@code r = sum dx dy / sqrt(sum dx^2 sum dy^2)} with deviations from the means.
     *
     * <p>Written out because PearsonsCorrelation of Commons Math takes the root of 1 minus the unexplained share: near
     * r = 0 that leaves 8 of 16 digits. Here the r of ranks is exact up to the last division and root.
     */
    static double pearson(double[] x, double[] y) {
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
        double scale = Math.scalb(1.0, -Math.getExponent(largest));
        double[] deviations = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            deviations[i] = values[i] * scale;
            sum += deviations[i];
        }
        double mean = sum / values.length;
        for (int i = 0; i < values.length; i++) {
            deviations[i] -= mean;
        }
        return deviations;
    }

    /**
     * {@code tau_b = (C - D) / sqrt((N - X)(N - Y))}: N pairs of positions, C of them in the same and D in the opposite
     * order, X tied in x, Y tied in y.
     *
     * <p>D is counted as Knight (1966) has it, as inversions of y in the order of x, but with a set of bits in place of
     * his merge sort: n^2 / 64 simple operations, fewer than n log n branches up to some ten thousand epochs. Own code,
     * since KendallsCorrelation of Commons Math allocates an object a pair. Whole numbers up to the last division and
     * root.
     *
     * @see "Knight (1966), A Computer Method for Calculating Kendall's Tau with Ungrouped Data"
     */
    static double kendall(Ranks x, Ranks y) {
        int n = x.levels().length;
        int[] order = x.sort(y.order());
        int[] free = y.starts();
        int[] above = free.clone();
        long[] seen = new long[(n >> 6) + 1];
        long discordant = 0;
        long tiedInBoth = 0;
        int sameBefore = 0;
        int before = -1;
        for (int position : order) {
            int level = y.levels()[position];
            boolean same = before >= 0 && y.levels()[before] == level && x.levels()[before] == x.levels()[position];
            sameBefore = same ? sameBefore + 1 : 0;
            tiedInBoth += sameBefore;
            discordant += countFrom(above[level + 1], seen);
            int slot = free[level]++;
            seen[slot >> 6] |= 1L << slot;
            before = position;
        }
        long all = (long) n * (n - 1) / 2;
        long difference = all - x.tiedPairs() - y.tiedPairs() + tiedInBoth - 2 * discordant;
        return difference / Math.sqrt((double) (all - x.tiedPairs()) * (double) (all - y.tiedPairs()));
    }

    /** Bits of a set from one on. */
    private static int countFrom(int from, long[] set) {
        int word = from >> 6;
        int count = Long.bitCount(set[word] >>> from);
        while (++word < set.length) {
            count += Long.bitCount(set[word]);
        }
        return count;
    }
}
