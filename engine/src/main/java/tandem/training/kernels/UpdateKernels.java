package tandem.training.kernels;

/** What happens to gradients and parameters between two batches, over elements [from, to) of arrays of equal layout. */
public interface UpdateKernels {

    /** Rows of Adam's factors, per lane: settings first, then what {@link #adamFactors} keeps and computes. */
    int BETA1 = 0;

    int ONE_MINUS_BETA1 = 1;
    int BETA2 = 2;
    int ONE_MINUS_BETA2 = 3;
    int LEARNING_RATE = 4;

    /** Epsilon of the Keras form, else 0. */
    int EPSILON_FIXED = 5;

    /** Epsilon of the PyTorch form, else 0. */
    int EPSILON_SCALED = 6;

    /** {@code beta1^t} as a running product, 1 before the first step. */
    int BETA1_POWER = 7;

    int BETA2_POWER = 8;
    int STEP_SIZE = 9;
    int STEP_EPSILON = 10;
    int ADAM_ROWS = 11;

    /** Rows of RMSprop's factors, per lane. */
    int DECAY = 0;

    int ONE_MINUS_DECAY = 1;
    int RMS_RATE = 2;

    /** Epsilon under the root (Keras), else 0. */
    int INSIDE = 3;

    /** Epsilon beside the root (PyTorch), else 0. */
    int OUTSIDE = 4;

    int RMS_ROWS = 5;

    /** {@code g += twiceL2 w + l1 sign(w)}; the last two are one row each. */
    void addPenalty(double[] w, double[] g, int from, int to, double[] twiceL2, double[] l1);

    /**
     * {@code out = sum of a^2}, one row. Row r goes to partial sum r mod 4 and the partial sums are joined as (0 + 1) + (2 + 3).
     */
    void squares(double[] a, int from, int to, double[] out);

    /** {@code out = sum of |a|}, rows ascending. */
    void magnitudes(double[] a, int from, int to, double[] out);

    /** {@code out = sum of 0 a}: 0 where every element is finite, NaN where one is not. */
    void finiteness(double[] a, int from, int to, double[] out);

    /** {@code norm = sqrt(norm); sum += norm}, one row each. */
    void addNorm(double[] norm, double[] sum);

    /** {@code g *= bound / max(norm, bound)}; {@code norm} and {@code bound} are one row each. */
    void clipByNorm(double[] g, int from, int to, double[] norm, double[] bound);

    /** {@code g} into {@code [-bound, bound]}. */
    void clipByValue(double[] g, int from, int to, double[] bound);

    /** {@code w -= rate g}. */
    void descend(double[] w, double[] g, int from, int to, double[] rate);

    /** {@code b = momentum b + g}. */
    void accelerate(double[] b, double[] g, int from, int to, double[] momentum);

    /** {@code w -= rate (momentum b + g)}: a step from where momentum leads; rate and momentum are one row each. */
    void descendAhead(double[] w, double[] g, double[] b, int from, int to, double[] rate, double[] momentum);

    /** {@code v = decay v + (1 - decay) g^2; w -= rate g / (sqrt(v + inside) + outside)}, from the rows of RMSprop's factors. */
    void rmsProp(double[] w, double[] g, double[] v, int from, int to, double[] factors);

    /** {@code a *= factor}; one row. */
    void scale(double[] a, int from, int to, double[] factor);

    /** {@code a = decay a + rest w}; the last two are one row each. */
    void average(double[] a, double[] w, int from, int to, double[] decay, double[] rest);

    /** Next step: powers of the betas, {@code size = rate sqrt(c2) / c1} and {@code epsilon = fixed + scaled sqrt(c2)} with {@code c = 1 - beta^t}. */
    void adamFactors(double[] factors);

    /** {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; w -= size m / (sqrt(v) + epsilon)}. */
    void adam(double[] w, double[] g, double[] m, double[] v, int from, int to, double[] factors);
}
