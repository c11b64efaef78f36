package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

/** Examples of one split, in order. Its arrays are shared, not copied: nobody writes to them. */
public final class Examples {
    private final int featureCount;
    private final double[] features;
    private final int[] labels;

    /**
     * @param features {@code [example][feature]}, row by row, finite
     * @param labels class index of each example
     */
    public Examples(int featureCount, double[] features, int[] labels) {
        checkArgument(featureCount > 0, "featureCount must be positive: %s", featureCount);
        checkArgument(labels.length > 0, "a split must have examples");
        checkArgument(
                features.length == (long) labels.length * featureCount,
                "%s features for %s examples of %s",
                features.length,
                labels.length,
                featureCount);
        this.featureCount = featureCount;
        this.features = features;
        this.labels = labels;
    }

    public int count() {
        return labels.length;
    }

    public int featureCount() {
        return featureCount;
    }

    /** {@code [example][feature]}, row by row. */
    public double[] features() {
        return features;
    }

    public int[] labels() {
        return labels;
    }
}
