package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;

/**
 * What a model in one state says of every example of a split. The arrays are shared, not copied: nobody writes to them.
 *
 * <p>Losses, predictions and probabilities are the trainer's own, so that no second rounding can move an example over a
 * threshold.
 */
public final class Outcomes {
    private final int classCount;
    private final int[] labels;
    private final int[] predictions;
    private final double[] losses;
    private final double[] logits;
    private final double[] probabilities;
    private final Supplier<ClassCounts> classCounts = Suppliers.memoize(() -> ClassCounts.of(this));

    private Outcomes(
            int classCount, int[] labels, int[] predictions, double[] losses, double[] logits, double[] probabilities) {
        this.classCount = classCount;
        this.labels = labels;
        this.predictions = predictions;
        this.losses = losses;
        this.logits = logits;
        this.probabilities = probabilities;
    }

    /**
     * Outcomes of n examples, n at least 1.
     *
     * @param classCount K
     * @param labels class index of each example, in [0, K)
     * @param predictions predicted class of each example, in [0, K)
     * @param losses cross-entropy of each example, nats
     * @param logits {@code [example][class]}, n K of them; a model with one logit z has 0 and z
     * @param probabilities {@code [example][class]}, their softmax
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Outcomes of(
            int classCount, int[] labels, int[] predictions, double[] losses, double[] logits, double[] probabilities) {
        int n = labels.length;
        checkArgument(n > 0, "there must be an example");
        checkArgument(
                predictions.length == n
                        && losses.length == n
                        && logits.length == (long) n * classCount
                        && probabilities.length == (long) n * classCount,
                "arrays for %s examples of %s classes must fit: %s, %s, %s, %s",
                n,
                classCount,
                predictions.length,
                losses.length,
                logits.length,
                probabilities.length);
        return new Outcomes(classCount, labels, predictions, losses, logits, probabilities);
    }

    /** n. */
    public int count() {
        return labels.length;
    }

    /** K. */
    public int classCount() {
        return classCount;
    }

    public int label(int example) {
        return labels[example];
    }

    public int prediction(int example) {
        return predictions[example];
    }

    public boolean isCorrect(int example) {
        return predictions[example] == labels[example];
    }

    /** Cross-entropy, nats. */
    public double loss(int example) {
        return losses[example];
    }

    public double logit(int example, int label) {
        return logits[example * classCount + label];
    }

    public double probability(int example, int label) {
        return probabilities[example * classCount + label];
    }

    /** Probability of the example's own label. */
    public double labelProbability(int example) {
        return probability(example, labels[example]);
    }

    /** Largest probability: that of the prediction, up to rounding. */
    public double confidence(int example) {
        double largest = 0;
        for (int label = 0; label < classCount; label++) {
            largest = Math.max(largest, probability(example, label));
        }
        return largest;
    }

    /** Logit margin {@code z_y - max over j != y of z_j}: negative for an error, 0 where the label ties. */
    public double margin(int example) {
        double rival = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < classCount; label++) {
            if (label != labels[example]) {
                rival = Math.max(rival, logit(example, label));
            }
        }
        return logit(example, labels[example]) - rival;
    }

    /** Entropy {@code -sum p ln p} of the example's probabilities, nats, in [0, ln K]; {@code 0 ln 0 = 0}. */
    public double entropy(int example) {
        double sum = 0;
        for (int label = 0; label < classCount; label++) {
            double p = probability(example, label);
            if (p > 0) {
                sum -= p * StrictMath.log(p);
            }
        }
        return Math.max(0, sum);
    }

    /** Found when first asked for, and kept. */
    ClassCounts classCounts() {
        return classCounts.get();
    }
}
