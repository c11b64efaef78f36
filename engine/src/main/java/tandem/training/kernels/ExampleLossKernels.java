package tandem.training.kernels;

/**
 * Losses other than cross-entropy, over the examples [0, count) of a chunk whose first label stands at element {@code labelAt}. Logits are
 * {@code [example][class][lane]} and numbers of an example {@code [example][lane]}, both from row 0; settings are one row each.
 *
 * <p>Most of these losses change the gradient of cross-entropy by one factor an example, {@code c(p_y) (p_j - [j = y])}, or the target.
 */
public interface ExampleLossKernels {

    /** Of logits less their largest: {@code gap = -z_y}. */
    void gaps(double[] z, int classCount, double[] labels, int labelAt, int count, double[] gap);

    /** Of logits less their largest: {@code lead = z_y - mean of z}. */
    void leads(double[] z, int classCount, double[] labels, int labelAt, int count, double[] lead);

    /**
     * Of the exponentials of such logits: {@code rest = 1 - p_y}, the share of the other classes, and {@code excess}, their sum without the largest
     * of all, so that cross-entropy is {@code gap + ln(1 + excess)}.
     */
    void excesses(
            double[] z,
            int classCount,
            double[] labels,
            int labelAt,
            int count,
            double[] gap,
            double[] excess,
            double[] rest);

    /** {@code a += ln(1 + excess)}; {@code excess = ln(1 + excess)}. */
    void addLogs(double[] a, double[] excess, int count);

    /** {@code out = scale exp(-exponent loss)}: the power {@code p_y^exponent}, where {@code loss = -ln p_y}. */
    void likelihoods(double[] loss, double[] exponent, double scale, int count, double[] out);

    /** {@code loss = scale (1 - exp(-q loss)) / q}, as {@code 2 t / (1 + t)} with {@code t = tanh(q loss / 2)}: without cancellation. */
    void generalize(double[] loss, double[] q, double scale, int count);

    /** {@code a = a^exponent} for a in (0, 1]; 0 for a = 0, whatever the exponent. */
    void powers(double[] a, double[] exponent, int count);

    /** {@code power *= 1 + gamma likelihood loss / rest}, 0 where {@code rest} is 0: the factor of focal loss from {@code power = rest^gamma}. */
    void focalFactors(double[] power, double[] likelihood, double[] loss, double[] rest, double[] gamma, int count);

    /** {@code a *= b}. */
    void multiply(double[] a, double[] b, int count);

    /** {@code a += factor b}; factor is one row. */
    void addScaled(double[] a, double[] b, double[] factor, int count);

    /** {@code sum += a} over the examples, one row, examples ascending. */
    void addTo(double[] sum, double[] a, int count);

    /** Gradient towards a smoothed target: {@code d_j -= scale share}, and {@code d_y += scale (classCount - 1) share}; share is one row. */
    void smooth(double[] d, int classCount, double[] labels, int labelAt, int count, double[] share, double scale);
}
