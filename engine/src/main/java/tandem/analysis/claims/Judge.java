package tandem.analysis.claims;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tandem.analysis.Difference;
import tandem.claims.Claim;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

/**
 * Decides the claims of one scenario together. Of m claims that are not exact, each is decided by an interval at level
 * {@code 1 - (1 - confidence) / m}, so that all intervals hold at once with at least that confidence (Bonferroni); a trend
 * over k steps divides its share by k again.
 */
final class Judge {
    /** A larger share of replicates without a value leaves a claim undecided: what is missing may be what matters. */
    private static final double MOST_UNDEFINED = 0.05;

    private final Intervals intervals = new Intervals();
    private final long statistical;

    private Judge(ImmutableList<ClaimValues> values) {
        this.statistical = values.stream().filter(one -> !one.claim().exact()).count();
    }

    static ImmutableList<Decision> decide(ImmutableList<ClaimValues> values) {
        var judge = new Judge(values);
        return values.stream().map(judge::decide).collect(ImmutableList.toImmutableList());
    }

    private Decision decide(ClaimValues values) {
        Claim claim = values.claim();
        double[][] byLevel = values.complete();
        int n = byLevel[0].length;
        if (n == 0) {
            return new Decision(claim, Verdict.UNDECIDED, Optional.empty(), 0, OptionalLong.empty());
        }
        var accepted = AcceptedSet.of(claim.expect());
        ClaimEstimate deciding = deciding(estimates(claim, byLevel), accepted, claim.expect());
        if (values.replicates() - n > MOST_UNDEFINED * values.replicates()) {
            return new Decision(claim, Verdict.UNDECIDED, Optional.of(deciding), n, OptionalLong.empty());
        }
        boolean oneSeed = n < 2 && !claim.exact();
        Verdict verdict = oneSeed ? Verdict.UNDECIDED : accepted.verdict(deciding.interval());
        var needed = verdict == Verdict.UNDECIDED && !oneSeed
                ? ReplicatesNeeded.of(deciding, accepted)
                : OptionalLong.empty();
        return new Decision(claim, verdict, Optional.of(deciding), n, needed);
    }

    /** One estimate, or one for each step of a trend. */
    private List<ClaimEstimate> estimates(Claim claim, double[][] byLevel) {
        int steps = Math.max(1, byLevel.length - 1);
        double alpha = (1 - claim.confidence()) / Math.max(1, statistical) / steps;
        if (byLevel.length == 1) {
            return List.of(estimate(claim, byLevel[0], alpha));
        }
        var estimates = new ArrayList<ClaimEstimate>();
        for (int step = 0; step < steps; step++) {
            double[] differences = new double[byLevel[step].length];
            for (int i = 0; i < differences.length; i++) {
                differences[i] = Difference.of(byLevel[step][i], byLevel[step + 1][i]);
            }
            estimates.add(estimate(claim, differences, alpha));
        }
        return estimates;
    }

    private ClaimEstimate estimate(Claim claim, double[] values, double alpha) {
        if (!claim.exact() && Indicator.isMeanOf(claim, values)) {
            return intervals.of(new Statistic.ShareAbove(0), values, alpha);
        }
        // Of equal values, the first alone has no rounding of a mean.
        return claim.exact()
                ? ClaimEstimate.exactly(
                        intervals
                                .of(claim.statistic(), new double[] {values[0]}, alpha)
                                .value(),
                        values.length)
                : intervals.of(claim.statistic(), values, alpha);
    }

    /** A step that fails before one that is undecided before one that holds; of several, the one furthest to the wrong side. */
    private static ClaimEstimate deciding(List<ClaimEstimate> steps, AcceptedSet accepted, Expectation expect) {
        boolean upwards = !(expect instanceof Expectation.Decreases);
        ClaimEstimate deciding = steps.getFirst();
        for (ClaimEstimate step : steps) {
            int order = rank(accepted, step) - rank(accepted, deciding);
            double worse = upwards ? deciding.value() - step.value() : step.value() - deciding.value();
            if (order < 0 || (order == 0 && worse > 0)) {
                deciding = step;
            }
        }
        return deciding;
    }

    private static int rank(AcceptedSet accepted, ClaimEstimate step) {
        return switch (accepted.verdict(step.interval())) {
            case FAILS -> 0;
            case UNDECIDED -> 1;
            case HOLDS -> 2;
        };
    }
}
