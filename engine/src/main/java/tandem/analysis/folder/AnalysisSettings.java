package tandem.analysis.folder;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import tandem.claims.Claim;

/**
 * What the analysis takes from the scenario.
 *
 * @param question of the scenario
 * @param seed the master seed: resamples of a bootstrap come from it
 * @param patience epochs without improvement after which training stops, for the rules that have patience; each at
 *     least 1
 * @param claims to be decided
 * @param everyEpoch whether epochs.csv has all epochs; a rule that waits for one cannot choose among some
 */
public record AnalysisSettings(
        String question, long seed, ImmutableList<Integer> patience, ImmutableList<Claim> claims, boolean everyEpoch) {
    public AnalysisSettings {
        checkArgument(
                patience.stream().allMatch(epochs -> epochs >= 1), "patience must be at least 1 epoch: %s", patience);
    }

    /** Of results with all epochs. */
    public AnalysisSettings(String question, long seed, ImmutableList<Integer> patience, ImmutableList<Claim> claims) {
        this(question, seed, patience, claims, true);
    }
}
