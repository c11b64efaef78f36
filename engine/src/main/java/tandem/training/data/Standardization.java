package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

/**
 * The transformation {@code (x - mean) / deviation} of each feature, with {@code deviation} the population standard deviation
 * {@code sqrt(sum (x - mean)^2 / n)}, or 1 for a feature that is constant.
 *
 * <p>Two passes in source order: first all means, then all deviations. A constant feature is recognised by its values and becomes exactly
 * 0; the rounding of its mean would otherwise be scaled up to +-1.
 */
public final class Standardization {
    private final double[] means;
    private final double[] deviations;

    private Standardization(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * From the statistics of these examples.
     *
     * @throws DataSettingException if a feature is so large that its mean or deviation overflows
     */
    public static Standardization of(Examples examples) {
        int featureCount = examples.featureCount();
        double[] means = new double[featureCount];
        double[] deviations = new double[featureCount];
        for (int f = 0; f < featureCount; f++) {
            boolean constant = isConstant(examples, f);
            means[f] = constant ? examples.features()[f] : mean(examples, f);
            deviations[f] = constant ? 1 : deviation(examples, f, means[f]);
            if (!Double.isFinite(deviations[f])) {
                throw new DataSettingException(
                        "standardize",
                        lenientFormat(
                                "feature %s of %s has values too large for a standard deviation; rescale it in the"
                                        + " file",
                                f + 1, featureCount));
            }
        }
        return new Standardization(means, deviations);
    }

    private static boolean isConstant(Examples examples, int f) {
        double[] features = examples.features();
        for (int at = f; at < features.length; at += examples.featureCount()) {
            if (features[at] != features[f]) {
                return false;
            }
        }
        return true;
    }

    private static double mean(Examples examples, int f) {
        double[] features = examples.features();
        double sum = 0;
        for (int at = f; at < features.length; at += examples.featureCount()) {
            sum += features[at];
        }
        return sum / examples.count();
    }

    private static double deviation(Examples examples, int f, double mean) {
        double[] features = examples.features();
        double squares = 0;
        for (int at = f; at < features.length; at += examples.featureCount()) {
            double difference = features[at] - mean;
            squares += difference * difference;
        }
        // The squares of tiny but different values can vanish.
        double deviation = Math.sqrt(squares / examples.count());
        return deviation > 0 ? deviation : 1;
    }

    /** The examples transformed, as new ones. */
    public Examples apply(Examples examples) {
        int featureCount = examples.featureCount();
        checkArgument(featureCount == means.length, "%s features, but statistics of %s", featureCount, means.length);
        double[] standardized = new double[examples.features().length];
        for (int i = 0; i < standardized.length; i++) {
            int f = i % featureCount;
            standardized[i] = (examples.features()[i] - means[f]) / deviations[f];
        }
        return examples.withFeatures(standardized);
    }
}
