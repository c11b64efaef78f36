package tandem.training.data;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Shares a number of examples out in proportion to weights: quotas rounded down, then one more for the largest fractions, ties to the first. */
public final class LargestRemainders {
    private LargestRemainders() {}

    /** @param weights not negative; some positive where {@code total} is */
    public static int[] of(double[] weights, int total) {
        double sum = DoubleStream.of(weights).sum();
        int[] counts = new int[weights.length];
        if (total == 0) {
            return counts;
        }
        double[] fractions = new double[weights.length];
        int left = total;
        for (int i = 0; i < weights.length; i++) {
            double quota = total * weights[i] / sum;
            counts[i] = (int) quota;
            fractions[i] = quota - counts[i];
            left -= counts[i];
        }
        int[] byFraction = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -fractions[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; left > 0; i = (i + 1) % byFraction.length) {
            counts[byFraction[i]]++;
            left--;
        }
        return counts;
    }
}
