package tandem.analysis.claims;

import static com.google.common.base.Preconditions.checkArgument;

/** All numbers from {@code low} to {@code high}; an infinite end says that nothing bounds that side. */
record Interval(double low, double high) {
    static final Interval EVERYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    Interval {
        checkArgument(low <= high, "low must not exceed high: %s, %s", low, high);
    }

    static Interval point(double value) {
        return new Interval(value, value);
    }
}
