package tandem.training.kernels;

/**
 * Cross-entropy of logits and its gradient, over the examples [0, count) of a chunk whose first label stands at element {@code labelAt}.
 *
 * <p>Logits are {@code [example][class][lane]} from row 0 of {@code z}; labels are class indices {@code [example][lane]} as doubles. The loss of an
 * example is {@code (max - z_y) + ln(1 + s)} with the excess {@code s}, the sum over all j but the argmax of {@code exp(z_j - max)}: no
 * clipping, no cancellation, exact in the far tail. {@link #addLogs} turns a product of denominators into one logarithm a chunk.
 *
 * <p>One logit is the case of two classes with logits 0 and z: {@code max(0, -m) + ln(1 + exp(-|z|))} with the margin m = z for label 1, -z for 0.
 */
public interface LossKernels {

    /** Rows of {@code totals}. */
    int LOSS = 0;

    /** Number of examples predicted right. */
    int CORRECT = 1;

    /** {@code product of (1 + s)} over the chunk, less 1. */
    int EXCESS = 2;

    int TOTAL_ROWS = 3;

    /**
     * Begins the evaluation of a chunk: adds {@code max - z_y} to {@link #LOSS} and the right predictions (largest logit, ties to the lowest class)
     * to {@link #CORRECT}; {@code gap[example] = max - z_y}; {@code z} becomes {@code z - max} of the other classes, one class fewer
     * {@code [example][class][lane]}, the last class standing in the argmax's place.
     */
    void softmaxGaps(
            double[] z, int classCount, double[] labels, int labelAt, int count, double[] gap, double[] totals);

    /** After {@link #exp}: {@code excess[example] = sum of z} over the other classes, and {@link #EXCESS} becomes the chunk's. */
    void softmaxExcess(double[] z, int otherCount, int count, double[] excess, double[] totals);

    /** As {@link #softmaxGaps} for one logit: {@code gap = max(0, -m)}, {@code e = -|z|}. */
    void logisticGaps(double[] z, double[] labels, int labelAt, int count, double[] gap, double[] e, double[] totals);

    /** After {@link #exp} of {@code e}: counts right predictions, class 1 iff the double {@code p > threshold} (one row); {@link #EXCESS} becomes the chunk's. */
    void logisticExcess(
            double[] z, double[] e, double[] labels, int labelAt, int count, double[] threshold, double[] totals);

    /** {@code totals[EXCESS] = ln(1 + totals[EXCESS]); totals[LOSS] += totals[EXCESS]}. */
    void addLogs(double[] totals);

    /** {@code sum += weight (gap + ln(1 + excess))} over the chunk, the weight being that of the label's class; {@code excess = ln(1 + excess)}. */
    void addWeighted(double[] gap, double[] excess, double[] weights, int weightAt, int count, double[] sum);

    /** {@code a = exp(a)} for elements [from, to). */
    void exp(double[] a, int from, int to);

    /** Begins the gradient of a chunk: {@code z} becomes {@code z - max}. */
    void softmaxShift(double[] z, int classCount, int count);

    /** After {@link #exp}: {@code z[c]} becomes {@code scale p_c}, and for the label's class minus the sum of the others: never {@code p - 1}. */
    void softmaxGradient(double[] z, int classCount, double[] labels, int labelAt, int count, double scale);

    /** Begins the gradient for one logit: {@code e = -|z|}. */
    void logisticShift(double[] z, int count, double[] e);

    /** After {@link #exp} of {@code e}: {@code z} becomes {@code scale q} for label 0 and {@code -scale q} for 1, q being the probability of the wrong class. */
    void logisticGradient(double[] z, double[] e, double[] labels, int labelAt, int count, double scale);

    /** {@code d[example][class] *= weight[example]}. */
    void weigh(double[] d, int classCount, double[] weights, int weightAt, int count);
}
