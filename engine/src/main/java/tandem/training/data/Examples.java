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

    /** The examples at these positions, in this order, copied. */
    public Examples at(int[] positions) {
        double[] chosen = new double[Math.multiplyExact(positions.length, featureCount)];
        int[] chosenLabels = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(features, positions[i] * featureCount, chosen, i * featureCount, featureCount);
            chosenLabels[i] = labels[positions[i]];
        }
        return new Examples(featureCount, chosen, chosenLabels);
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
