package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;

/** Examples of each split; 0 for a split that does not exist. */
public record SplitCounts(int train, int validation, int test) {
    public SplitCounts {
        checkArgument(train > 0, "train must have examples: %s", train);
        checkArgument(validation >= 0 && test >= 0, "counts must not be negative: %s, %s", validation, test);
    }

    /** The splits that exist, in the order of {@link Split}. */
    public ImmutableMap<Split, Integer> bySplit() {
        var counts = ImmutableMap.<Split, Integer>builder().put(Split.TRAIN, train);
        if (validation > 0) {
            counts.put(Split.VALIDATION, validation);
        }
        if (test > 0) {
            counts.put(Split.TEST, test);
        }
        return counts.build();
    }
}
