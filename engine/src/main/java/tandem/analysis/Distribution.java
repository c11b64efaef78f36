package tandem.analysis;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import tandem.measures.Quantiles;

/**
 * Mean, spread and quartiles of values over replicates, the sums in the order of the replicates.
 *
 * @param sd standard deviation with n - 1; empty where n = 1
 * @param q25 lower quartile, type 7 of Hyndman and Fan (the default of R, NumPy and pandas): {@code x_(k) + (h -
 *     k)(x_(k+1) - x_(k))} with {@code h = (n - 1) p}, {@code k = floor(h)}, counted from 0
 */
record Distribution(int n, double mean, OptionalDouble sd, double q25, double median, double q75) {

    /**
     * @param values the first {@code n} are read; they are sorted in place
     * @throws IllegalArgumentException if n is 0
     */
    static Distribution ofSorting(double[] values, int n) {
        checkArgument(n > 0, "a distribution needs a value");
        double mean = new Mean().evaluate(values, 0, n);
        var sd = n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(new Variance().evaluate(values, mean, 0, n)));
        Arrays.sort(values, 0, n);
        return new Distribution(
                n,
                mean,
                sd,
                Quantiles.ofSorted(values, n, 0.25),
                Quantiles.ofSorted(values, n, 0.5),
                Quantiles.ofSorted(values, n, 0.75));
    }
}
