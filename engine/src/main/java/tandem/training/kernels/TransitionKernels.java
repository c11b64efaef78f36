package tandem.training.kernels;

/**
 * Cross-entropy of the labels that noise makes of the predicted classes, {@code -ln sum over i of p_i T_iy}, over the examples [0, count) of a
 * chunk. Columns are {@code [example][class][lane]}, {@code T_iy} for each class i at the example's label y; other arrays are as in
 * {@link ExampleLossKernels}.
 */
public interface TransitionKernels {

    /** Looks up the columns of the labels in {@code matrix}, {@code [class][label]} in rows. */
    void columns(double[] matrix, int classCount, double[] labels, int labelAt, int count, double[] columns);

    /**
     * Of logits less their largest: {@code reached} becomes the logits of classes from which the label can come, less their largest, negative
     * infinity for the others; {@code gap} minus that largest.
     */
    void reach(double[] z, double[] columns, int classCount, int count, double[] reached, double[] gap);

    /** After exp of {@code z} and {@code reached}: {@code reached *= columns}, and {@code excess} such that the loss is {@code gap + ln(1 + excess)}. */
    void excesses(
            double[] z, double[] columns, int classCount, int count, double[] reached, double[] gap, double[] excess);

    /** {@code z_j = scale (p_j - reached_j / sum of reached)}, of the label's class minus the sum of the others. */
    void gradient(double[] z, double[] reached, int classCount, double[] labels, int labelAt, int count, double scale);
}
