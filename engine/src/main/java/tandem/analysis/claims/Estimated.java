package tandem.analysis.claims;

/**
 * A statistic with its confidence interval.
 *
 * @param n values it was computed from
 * @param quantile of the distribution behind the interval, in standard errors from the middle to an end: what
 *     {@link ReplicatesNeeded} goes by
 */
record Estimated(double value, Interval interval, int n, double quantile, Rule rule) {

    /** A value that nothing random has a part in. */
    static Estimated exactly(double value, int n) {
        return new Estimated(value, Interval.point(value), n, 0, Rule.EXACT);
    }
}
