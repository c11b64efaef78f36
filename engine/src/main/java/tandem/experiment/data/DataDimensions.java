package tandem.experiment.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import tandem.training.data.Split;

/**
 * The sizes of a cell's data, the same for all its replicates.
 *
 * @param exampleCounts of each split that exists, in the order of {@link Split}
 * @param classSizes of each split, examples of each class before corruption, where these are not left to chance; otherwise empty
 * @param sourceCount examples of the source, those in no split included
 */
public record DataDimensions(
        ImmutableList<String> featureNames,
        ImmutableList<String> classNames,
        ImmutableMap<Split, Integer> exampleCounts,
        ImmutableMap<Split, ImmutableIntArray> classSizes,
        int sourceCount) {

    public int featureCount() {
        return featureNames.size();
    }

    public int classCount() {
        return classNames.size();
    }

    /** Whether the split exists. */
    public boolean has(Split split) {
        return exampleCounts.containsKey(split);
    }
}
