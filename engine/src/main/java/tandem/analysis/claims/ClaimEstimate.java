package tandem.analysis.claims;

import tandem.analysis.interval.Interval;

/**
 * A statistic with its confidence interval.
 *
 * @param n values it was computed from
 * @param quantile of the distribution behind the interval, in standard errors from the middle to an end: what
 *     {@link ReplicatesNeeded} goes by
 */
record ClaimEstimate(double value, Interval interval, int n, double quantile, Rule rule) {
    /** Nothing bounds the statistic on either side. */
    static final Interval EVERYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Interval point(double value) {
        return new Interval(value, value);
    }

    /** A value that nothing random has a part in. */
    static ClaimEstimate exactly(double value, int n) {
        return new ClaimEstimate(value, point(value), n, 0, Rule.EXACT);
    }
}
