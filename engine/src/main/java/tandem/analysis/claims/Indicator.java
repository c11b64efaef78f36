package tandem.analysis.claims;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import tandem.claims.Claim;
import tandem.claims.Statistic;
import tandem.measures.OutcomeMeasure;

/**
 * Measures that are 0 or 1 by definition. Their mean is a share, of which Student's interval goes beyond 0 and 1, and is a
 * point where all replicates agree.
 */
final class Indicator {
    private static final ImmutableSet<String> ENDINGS = Arrays.stream(OutcomeMeasure.values())
            .filter(measure -> measure.range().equals("0, 1"))
            .map(measure -> "_" + measure.column())
            .collect(toImmutableSet());

    private Indicator() {}

    /**
     * Whether a claim is about the mean of such a measure, not of a difference.
     *
     * @param values by replicate; means over several cells may lie between 0 and 1
     */
    static boolean isMeanOf(Claim claim, double[] values) {
        return claim.statistic() instanceof Statistic.Mean
                && claim.contrast().isEmpty()
                && claim.minus().isEmpty()
                && ENDINGS.stream().anyMatch(claim.measure()::endsWith)
                && Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
    }
}
