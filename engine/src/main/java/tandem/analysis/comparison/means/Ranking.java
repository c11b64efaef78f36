package tandem.analysis.comparison.means;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Mean ranks from 1, doubled so that they are whole numbers. */
final class Ranking {
    /** Most values for an exact distribution. */
    static final int MOST_EXACT = 50;

    private static final double TOLERANCE = 1e-12;

    private final int[] doubled;

    private Ranking(int[] doubled) {
        this.doubled = doubled;
    }

    /**
     * Ranks of values. Those that agree to 1e-12 of a size are ties: differences of shares that are equal as fractions
     * differ in their last bits.
     *
     * @param size the largest of the values that were measured, without its sign
     */
    static Ranking of(double[] values, double size) {
        double unit = Math.max(Double.MIN_VALUE, TOLERANCE * size);
        double[] rounded =
                Arrays.stream(values).map(value -> Math.rint(value / unit)).toArray();
        double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(rounded);
        return new Ranking(
                Arrays.stream(ranks).mapToInt(rank -> (int) (2 * rank)).toArray());
    }

    int count() {
        return doubled.length;
    }

    /** Twice the rank of a value. */
    int doubled(int index) {
        return doubled[index];
    }

    /** Twice the sum of all ranks. */
    int doubledSum() {
        return doubled.length * (doubled.length + 1);
    }

    /** Sum of {@code t^3 - t} over groups of t ties. */
    double tieSum() {
        int[] sorted = doubled.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double ties = to - from;
            sum += ties * ties * ties - ties;
        }
        return sum;
    }

    /** Twice the smaller tail at a value, at most 1. */
    static double twoSided(double[] countByValue, int value) {
        double below = 0;
        double above = 0;
        for (int v = 0; v < countByValue.length; v++) {
            below += v <= value ? countByValue[v] : 0;
            above += v >= value ? countByValue[v] : 0;
        }
        double all = below + above - countByValue[value];
        return Math.min(1, 2 * Math.min(below, above) / all);
    }

    /** Two-sided p of a normal deviation; 1 where nothing varies. */
    static double normalP(double deviation, double variance) {
        return variance > 0 ? Erf.erfc(Math.abs(deviation) / Math.sqrt(2 * variance)) : 1;
    }
}
