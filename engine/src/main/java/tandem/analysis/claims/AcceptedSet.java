package tandem.analysis.claims;

import tandem.analysis.interval.Interval;
import tandem.claims.Expectation;

/**
 * The numbers that satisfy an expectation: an interval, too, whose ends may or may not belong to it.
 *
 * @param low lower end; so is {@code high} the upper one; infinite where there is none
 * @param endsIncluded whether the ends satisfy the expectation
 */
record AcceptedSet(double low, double high, boolean endsIncluded) {

    /** Of a trend, the accepted difference from one level to the next. */
    static AcceptedSet of(Expectation expect) {
        return switch (expect) {
            case Expectation.Above(double bound) -> above(bound);
            case Expectation.Below(double bound) -> below(bound);
            case Expectation.Between(double low, double high) -> new AcceptedSet(low, high, true);
            case Expectation.Equals(double value, double tolerance) ->
                new AcceptedSet(value - tolerance, value + tolerance, true);
            case Expectation.Increases _ -> above(0);
            case Expectation.Decreases _ -> below(0);
        };
    }

    private static AcceptedSet above(double bound) {
        return new AcceptedSet(bound, Double.POSITIVE_INFINITY, false);
    }

    private static AcceptedSet below(double bound) {
        return new AcceptedSet(Double.NEGATIVE_INFINITY, bound, false);
    }

    /** Holds where all of the interval is accepted, fails where none of it is. */
    Verdict verdict(Interval interval) {
        boolean inside = endsIncluded
                ? interval.low() >= low && interval.high() <= high
                : isAbove(interval.low()) && isBelow(interval.high());
        boolean outside = endsIncluded
                ? interval.high() < low || interval.low() > high
                : interval.high() <= low || interval.low() >= high;
        return inside ? Verdict.HOLDS : outside ? Verdict.FAILS : Verdict.UNDECIDED;
    }

    private boolean isAbove(double value) {
        return value > low || low == Double.NEGATIVE_INFINITY;
    }

    private boolean isBelow(double value) {
        return value < high || high == Double.POSITIVE_INFINITY;
    }

    boolean contains(double value) {
        return verdict(ClaimEstimate.point(value)) == Verdict.HOLDS;
    }
}
