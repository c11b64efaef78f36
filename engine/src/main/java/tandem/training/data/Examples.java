package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Examples of one split, in order. Its arrays are shared, not copied: nobody writes to them.
 *
 * <p>Beside the labels that training sees stand the clean ones; the two are the same array where no label was changed.
 */
public final class Examples {
    private final int featureCount;
    private final double[] features;
    private final int[] labels;
    private final int[] cleanLabels;
    private final double[] weights;
    private final boolean hasChangedLabels;
    private final int[] ids;
    private final ImmutableList<Damage> damages;

    /**
     * A whole source, whose examples are known by their positions.
     *
     * @param features {@code [example][feature]}, row by row, finite
     * @param labels class index of each example
     */
    public Examples(int featureCount, double[] features, int[] labels) {
        this(
                new Values(featureCount, features, labels, labels, new double[0]),
                IntStream.range(0, labels.length).toArray(),
                ImmutableList.of());
    }

    /** What can be changed of examples; see the accessors. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Values(int featureCount, double[] features, int[] labels, int[] cleanLabels, double[] weights) {}

    private Examples(Values values, int[] ids, ImmutableList<Damage> damages) {
        int featureCount = values.featureCount;
        double[] features = values.features;
        int[] labels = values.labels;
        checkArgument(featureCount > 0, "featureCount must be positive: %s", featureCount);
        checkArgument(labels.length > 0, "a split must have examples");
        checkArgument(
                features.length == (long) labels.length * featureCount,
                "%s features for %s examples of %s",
                features.length,
                labels.length,
                featureCount);
        int weightCount = values.weights.length;
        checkArgument(
                weightCount == 0 || weightCount == labels.length,
                "%s weights for %s examples",
                weightCount,
                labels.length);
        this.featureCount = featureCount;
        this.features = features;
        this.labels = labels;
        this.hasChangedLabels = !Arrays.equals(labels, values.cleanLabels);
        this.cleanLabels = hasChangedLabels ? values.cleanLabels : labels;
        this.weights = values.weights;
        this.ids = ids;
        this.damages = damages;
    }

    /** The examples at these positions, in this order, copied. */
    public Examples at(int[] positions) {
        double[] chosen = new double[Math.multiplyExact(positions.length, featureCount)];
        int[] chosenLabels = new int[positions.length];
        int[] chosenClean = new int[positions.length];
        double[] chosenWeights = new double[isWeighted() ? positions.length : 0];
        int[] chosenIds = new int[positions.length];
        var chosenDamages = ImmutableList.<Damage>builder();
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(features, positions[i] * featureCount, chosen, i * featureCount, featureCount);
            chosenLabels[i] = labels[positions[i]];
            chosenClean[i] = cleanLabels[positions[i]];
            chosenIds[i] = ids[positions[i]];
            if (isWeighted()) {
                chosenWeights[i] = weights[positions[i]];
            }
            if (!damages.isEmpty()) {
                chosenDamages.add(damages.get(positions[i]));
            }
        }
        var values = new Values(featureCount, chosen, chosenLabels, chosenClean, chosenWeights);
        return new Examples(values, chosenIds, chosenDamages.build());
    }

    /** The same examples with other values of their features. */
    public Examples withFeatures(double[] changed) {
        return new Examples(new Values(featureCount, changed, labels, cleanLabels, weights), ids, damages);
    }

    /**
     * The same examples with weights in the objective.
     *
     * @param given one an example, finite and not negative
     */
    public Examples weighted(double[] given) {
        for (double weight : given) {
            checkArgument(
                    weight >= 0 && Double.isFinite(weight),
                    "the weight of an example must be finite and not negative: %s",
                    weight);
        }
        return new Examples(new Values(featureCount, features, labels, cleanLabels, given), ids, damages);
    }

    /**
     * The same examples after corruption, with their weights.
     *
     * @param changed {@code [example][feature]}
     * @param changedLabels what training sees
     * @param clean the labels that are right for the changed features
     * @param done to each example
     */
    public Examples corrupted(double[] changed, int[] changedLabels, int[] clean, ImmutableList<Damage> done) {
        return new Examples(new Values(featureCount, changed, changedLabels, clean, weights), ids, done);
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

    /** Class index of each example, as training sees it. */
    public int[] labels() {
        return labels;
    }

    /** Class index of each example before labels were corrupted. */
    public int[] cleanLabels() {
        return cleanLabels;
    }

    /** Whether some label differs from the clean one. */
    public boolean hasChangedLabels() {
        return hasChangedLabels;
    }

    /** Whether examples have weights of their own. */
    public boolean isWeighted() {
        return weights.length > 0;
    }

    /** Weight of each example in the objective; empty where all count the same. */
    public double[] weights() {
        return weights;
    }

    /** What corruption did to an example. */
    public Damage damage(int example) {
        return damages.isEmpty() ? Damage.NONE : damages.get(example);
    }

    /** Position of each example in the source it comes from: its row of the data file, or its number among those drawn; from 0. */
    public int[] ids() {
        return ids;
    }
}
