package tandem.claims;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * One stated expectation about a measure.
 *
 * <p>A replicate contributes one value: the mean of the measure over its cells that {@code where} selects; with a
 * contrast, that of the second level minus that of the first. The statistic summarises those values, and the
 * expectation is about the statistic.
 *
 * @param name unique in its scenario
 * @param says the claim in plain words
 * @param source where the claim comes from, such as a paper with its section; empty where the scenario does not say
 * @param where by factor the level of the cells it is about, as in cells.csv; a factor that is absent stands for all of
 *     its levels
 * @param measure a column of runs.csv
 * @param minus another column, whose value of the same run is taken from the measure's first; empty where the claim is
 *     about one column
 * @param expect what must be true of the statistic
 * @param statistic over the replicates
 * @param contrast the two levels whose difference it is about; empty where it is about the measure itself
 * @param confidence of its interval if it were the only claim, in (0.5, 1)
 * @param exact whether no random stream has a part in any of its values, so that nothing is left to be estimated
 */
public record Claim(
        String name,
        String says,
        Optional<String> source,
        ImmutableMap<String, String> where,
        String measure,
        Optional<String> minus,
        Expectation expect,
        Statistic statistic,
        Optional<Contrast> contrast,
        double confidence,
        boolean exact) {
    public Claim {
        checkArgument(!name.isEmpty(), "a claim needs a name");
        checkArgument(!minus.equals(Optional.of(measure)), "a measure minus itself is always 0: %s", measure);
        checkArgument(confidence > 0.5 && confidence < 1, "confidence must be above 0.5 and below 1: %s", confidence);
    }

    /** The same claim with {@link #exact()} as given. */
    public Claim withExact(boolean newExact) {
        return new Claim(name, says, source, where, measure, minus, expect, statistic, contrast, confidence, newExact);
    }
}
