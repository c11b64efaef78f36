package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.stream.IntStream;

/** Examples of one split, in order. Its arrays are shared, not copied: nobody writes to them. */
public final class Examples {
    private final int featureCount;
    private final double[] features;
    private final int[] labels;
    private final int[] ids;

    /**
     * A whole source, whose examples are known by their positions.
     *
     * @param features {@code [example][feature]}, row by row, finite
     * @param labels class index of each example
     */
    public Examples(int featureCount, double[] features, int[] labels) {
        this(featureCount, features, labels, IntStream.range(0, labels.length).toArray());
    }

    private Examples(int featureCount, double[] features, int[] labels, int[] ids) {
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
        this.ids = ids;
    }

    /** The examples at these positions, in this order, copied. */
    public Examples at(int[] positions) {
        double[] chosen = new double[Math.multiplyExact(positions.length, featureCount)];
        int[] chosenLabels = new int[positions.length];
        int[] chosenIds = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(features, positions[i] * featureCount, chosen, i * featureCount, featureCount);
            chosenLabels[i] = labels[positions[i]];
            chosenIds[i] = ids[positions[i]];
        }
        return new Examples(featureCount, chosen, chosenLabels, chosenIds);
    }

    /** The same examples with other values of their features. */
    public Examples withFeatures(double[] changed) {
        return new Examples(featureCount, changed, labels, ids);
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

    /** Position of each example in the source it comes from: its row of the data file, or its number among those drawn; from 0. */
    public int[] ids() {
        return ids;
    }
}
