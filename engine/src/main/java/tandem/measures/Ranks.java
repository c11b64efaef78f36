package tandem.measures;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where each of n values stands among them.
 *
 * <p>Own code, since NaturalRanking of Commons Math allocates objects by value and tie and leaves the levels and ties
 * to be found again; its ranks are the same.
 *
 * @param levels for each value the number of distinct values below it
 * @param levelCount number of distinct values
 * @param mid rank of each value, from 1; equal values have the mean of their ranks
 * @param tiedPairs pairs of equal values
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
record Ranks(int[] levels, int levelCount, double[] mid, long tiedPairs) {

    static Ranks of(double[] values) {
        int[] order = order(values);
        int[] levels = new int[values.length];
        int[] counts = new int[values.length];
        int levelCount = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || values[order[i]] > values[order[i - 1]]) {
                levelCount++;
            }
            levels[order[i]] = levelCount - 1;
            counts[levelCount - 1]++;
        }
        return of(levels, Arrays.copyOf(counts, levelCount));
    }

    /**
     * Positions by ascending value. The library sorts longs some ten times sooner than objects, or than own code does
     * positions: so the position is put into the last bits of the value's own, which mostly leaves the order alone.
     */
    private static int[] order(double[] values) {
        long positionBits = (Long.highestOneBit(values.length) << 1) - 1;
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            long bits = Double.doubleToRawLongBits(values[i] + 0.0); // -0.0 is 0.0
            long ascending = bits ^ ((bits >> 63) & Long.MAX_VALUE);
            keys[i] = (ascending & ~positionBits) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (keys[i] & positionBits);
        }
        return isAscending(values, order) ? order : orderOfNearValues(values);
    }

    private static boolean isAscending(double[] values, int[] order) {
        for (int i = 1; i < order.length; i++) {
            if (values[order[i]] < values[order[i - 1]]) {
                return false;
            }
        }
        return true;
    }

    /** Where values differ in the bits that positions took. */
    private static int[] orderOfNearValues(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(position -> values[position]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Counts what there is of each whole number, so that it takes time and memory by n and by largest - smallest. */
    static Ranks of(int[] values) {
        int min = Ints.min(values);
        int max = Ints.max(values);
        int[] levelOf = new int[max - min + 1];
        for (int value : values) {
            levelOf[value - min]++;
        }
        int[] counts = new int[Math.min(values.length, levelOf.length)];
        int levelCount = 0;
        for (int i = 0; i < levelOf.length; i++) {
            if (levelOf[i] > 0) {
                counts[levelCount] = levelOf[i];
                levelOf[i] = levelCount++;
            }
        }
        int[] levels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            levels[i] = levelOf[values[i] - min];
        }
        return of(levels, Arrays.copyOf(counts, levelCount));
    }

    private static Ranks of(int[] levels, int[] counts) {
        double[] midOf = new double[counts.length];
        long below = 0;
        long tiedPairs = 0;
        for (int level = 0; level < counts.length; level++) {
            long count = counts[level];
            midOf[level] = below + (count + 1) / 2.0;
            tiedPairs += count * (count - 1) / 2;
            below += count;
        }
        double[] mid = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            mid[i] = midOf[levels[i]];
        }
        return new Ranks(levels, counts.length, mid, tiedPairs);
    }

    /** For each level the number of values below it, and n after the last. */
    int[] starts() {
        int[] starts = new int[levelCount + 1];
        for (int level : levels) {
            starts[level + 1]++;
        }
        for (int level = 0; level < levelCount; level++) {
            starts[level + 1] += starts[level];
        }
        return starts;
    }

    /** The positions 0..n-1 by ascending value, equal values by ascending position. */
    int[] order() {
        int[] next = starts();
        int[] order = new int[levels.length];
        for (int position = 0; position < order.length; position++) {
            order[next[levels[position]]++] = position;
        }
        return order;
    }

    /** The given positions by ascending value, equal values in the order given. */
    int[] sort(int[] positions) {
        int[] next = starts();
        int[] sorted = new int[positions.length];
        for (int position : positions) {
            sorted[next[levels[position]]++] = position;
        }
        return sorted;
    }
}
