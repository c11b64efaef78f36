package tandem.analysis.claims;

import java.util.OptionalLong;

/** How many replicates would decide an undecided claim. */
final class ReplicatesNeeded {
    /** Of the chance that so many replicates decide, if the truth is the estimate. */
    private static final double POWER = 0.9;

    private static final double MOST = 1e5;

    private ReplicatesNeeded() {}

    /**
     * {@code n ((1 + z(0.9) / q) h / d)^2}, rounded up: the interval's side of length h = q se towards a bound at
     * distance d, which shrinks with sqrt(n), has to shrink to q / (q + z(0.9)) of d. For a mean it is {@code ((t +
     * z(0.9)) sd / d)^2}. An estimate that is accepted has to get clear of all bounds that the interval reaches, another
     * one of the nearest.
     *
     * @return empty where a side is open, the estimate is a bound, or more than 100,000 are needed
     */
    static OptionalLong of(ClaimEstimate estimated, AcceptedSet accepted) {
        double value = estimated.value();
        double needed;
        if (accepted.contains(value)) {
            needed = Math.max(toClear(accepted.low(), estimated), toClear(accepted.high(), estimated));
        } else {
            needed = toClear(value <= accepted.low() ? accepted.low() : accepted.high(), estimated);
        }
        return needed > estimated.n() && needed <= MOST ? OptionalLong.of((long) needed) : OptionalLong.empty();
    }

    private static double toClear(double bound, ClaimEstimate estimated) {
        if (Double.isInfinite(bound)) {
            return 0;
        }
        double end = bound < estimated.value()
                ? estimated.interval().low()
                : estimated.interval().high();
        double half = Math.abs(end - estimated.value());
        double distance = Math.abs(bound - estimated.value());
        if (half < distance) {
            return 0;
        }
        double scale = (1 + Intervals.normalQuantile(POWER) / estimated.quantile()) * half / distance;
        return Math.ceil(estimated.n() * scale * scale);
    }
}
