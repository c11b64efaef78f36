package tandem.training.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares examples out among classes in proportion to the classes' sizes in the source, in exact arithmetic.
 *
 * <p>With {@code quota(c) = total * size(c) / sum of sizes}, a class gets its quota rounded down or up. Ties go to the lower class.
 */
final class Apportionment {
    private Apportionment() {}

    /**
     * By largest remainders: the quotas rounded down, then one more for the classes with the largest fractions.
     *
     * @param capacities the most a class can give; their sum is at least {@code total}
     */
    static int[] byLargestRemainders(int[] sizes, int[] capacities, int total) {
        long sum = sum(sizes);
        int[] given = new int[sizes.length];
        for (int c = 0; c < sizes.length; c++) {
            given[c] = (int) Math.min(capacities[c], (long) total * sizes[c] / sum);
        }
        int[] byRemainder = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> -((long) total * sizes[c] % sum)))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = total - (int) sum(given);
        while (left > 0) {
            for (int c : byRemainder) {
                if (left > 0 && given[c] < capacities[c]) {
                    given[c]++;
                    left--;
                }
            }
        }
        return given;
    }

    /**
     * One example after the other, each to the class furthest below its quota. A larger total never gives a class less, which largest
     * remainders do not promise (the Alabama paradox): needed where smaller splits are to be parts of larger ones.
     *
     * @param capacities the most a class can give; their sum is at least {@code total}
     */
    static int[] oneByOne(int[] sizes, int[] capacities, int total) {
        long sum = sum(sizes);
        int[] given = new int[sizes.length];
        for (long reached = 1; reached <= total; reached++) {
            int neediest = -1;
            long largestLack = Long.MIN_VALUE;
            for (int c = 0; c < sizes.length; c++) {
                long lack = reached * sizes[c] - given[c] * sum;
                if (given[c] < capacities[c] && lack > largestLack) {
                    neediest = c;
                    largestLack = lack;
                }
            }
            given[neediest]++;
        }
        return given;
    }

    private static long sum(int[] values) {
        return Arrays.stream(values).asLongStream().sum();
    }
}
