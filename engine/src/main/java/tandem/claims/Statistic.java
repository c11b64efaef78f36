package tandem.claims;

import static com.google.common.base.Preconditions.checkArgument;

/** What is taken of the replicates' values. */
public sealed interface Statistic {

    /** Their mean. */
    record Mean() implements Statistic {}

    /**
     * The quantile of order {@code q}.
     *
     * @param q in (0, 1); 0.5 is the median
     */
    record Quantile(double q) implements Statistic {
        public static final Quantile MEDIAN = new Quantile(0.5);

        public Quantile {
            checkArgument(q > 0 && q < 1, "q must lie between 0 and 1: %s", q);
        }
    }

    /** The share of values strictly above a bound, in [0, 1]. */
    record ShareAbove(double bound) implements Statistic {}

    /** The share of values strictly below a bound, in [0, 1]. */
    record ShareBelow(double bound) implements Statistic {}
}
