package tandem.training.data;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;

/**
 * What was done to the data of a run on purpose.
 *
 * @param doses of each mechanism in each split to which it was applied
 * @param ambiguities of each split in which identical inputs were made to carry different labels
 */
public record Treatment(ImmutableTable<Mechanism, Split, Dose> doses, ImmutableMap<Split, Ambiguity> ambiguities) {
    /** Nothing. */
    public static final Treatment NONE = new Treatment(ImmutableTable.of(), ImmutableMap.of());
}
