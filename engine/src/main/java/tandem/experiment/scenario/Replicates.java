package tandem.experiment.scenario;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;

/**
 * Repetitions of each cell.
 *
 * @param hold purposes whose stream is that of replicate 0 in every replicate
 */
public record Replicates(int count, ImmutableSet<Purpose> hold) {
    public Replicates {
        checkArgument(count > 0, "replicates must be positive: %s", count);
    }

    /** The replicate whose stream {@code replicate} uses for a purpose. */
    public long streamOf(Purpose purpose, long replicate) {
        return hold.contains(purpose) ? 0 : replicate;
    }
}
