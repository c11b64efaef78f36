package tandem.measures;

import java.util.Arrays;

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

    /** @param sorted the values in ascending order */
    static Ranks of(double[] values, double[] sorted) {
        double[] distinct = new double[values.length];
        int[] counts = new int[values.length];
        int levelCount = 0;
        for (double value : sorted) {
            if (levelCount == 0 || value > distinct[levelCount - 1]) {
                distinct[levelCount++] = value;
            }
            counts[levelCount - 1]++;
        }
        int[] levels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            levels[i] = level(values[i], distinct, levelCount);
        }
        return of(levels, Arrays.copyOf(counts, levelCount));
    }

    /** The last of the ascending values that is not above {@code value}; the first is not. */
    private static int level(double value, double[] distinct, int levelCount) {
        int at = 0;
        int length = levelCount;
        while (length > 1) {
            int half = length >>> 1;
            at = distinct[at + half] <= value ? at + half : at;
            length -= half;
        }
        return at;
    }

    /** Counts what there is of each whole number, so that it takes time and memory by n and by largest - smallest. */
    static Ranks of(int[] values) {
        int min = Arrays.stream(values).min().orElse(0);
        int max = Arrays.stream(values).max().orElse(0);
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

    /** The given positions by ascending value, equal values in the order given: a stable counting sort. */
    int[] sort(int[] positions) {
        int[] next = new int[levelCount + 1];
        for (int level : levels) {
            next[level + 1]++;
        }
        for (int level = 0; level < levelCount; level++) {
            next[level + 1] += next[level];
        }
        int[] sorted = new int[positions.length];
        for (int position : positions) {
            sorted[next[levels[position]]++] = position;
        }
        return sorted;
    }
}
