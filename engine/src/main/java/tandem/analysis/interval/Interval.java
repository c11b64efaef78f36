package tandem.analysis.interval;

/**
 * Both ends of an interval; not finite where arithmetic overflowed.
 *
 * @param low not above {@code high}
 */
public record Interval(double low, double high) {

    /** 1 or -1 where 0 lies outside, on that side; 0 where it lies inside or on an end. */
    public int sign() {
        return low > 0 ? 1 : high < 0 ? -1 : 0;
    }
}
