package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * A source in memory, before any example is chosen.
 *
 * @param featureNames one per feature
 * @param classNames in the order of class indices, from the whole source: a class keeps its index when a split lacks it
 * @param examples every example, in source order
 * @param assignment each example's split, where a column of the source says it; otherwise empty
 */
public record DataSet(
        ImmutableList<String> featureNames,
        ImmutableList<String> classNames,
        Examples examples,
        ImmutableList<Split> assignment) {
    public DataSet {
        checkArgument(
                featureNames.size() == examples.featureCount(),
                "%s names for %s features",
                featureNames.size(),
                examples.featureCount());
        checkArgument(classNames.size() >= 2, "two classes or more are needed: %s", classNames);
        checkArgument(
                assignment.isEmpty() || assignment.size() == examples.count(),
                "%s assignments for %s examples",
                assignment.size(),
                examples.count());
        for (int label : examples.labels()) {
            checkArgument(label >= 0 && label < classNames.size(), "a label must be a class index: %s", label);
        }
    }

    /** Examples of each class. */
    public int[] classSizes() {
        int[] sizes = new int[classNames.size()];
        for (int label : examples.labels()) {
            sizes[label]++;
        }
        return sizes;
    }
}
