package tandem.training.kernels;

/** What layers beside products and activations do to elements, lane by lane. Arrays begin at {@link Layout#FIRST} unless a place is given. */
public interface LayerKernels {

    /**
     * Rows of channels.
     *
     * @param stride elements from one row to the next
     * @param elements of a row: channels times lanes
     */
    record Rows(int count, int stride, int elements) {}

    /** {@code to += from}, over {@code elements} from each place. */
    void add(double[] from, int fromAt, double[] to, int toAt, int elements);

    /**
     * {@code to = max(from)} over several places; NaN if one is.
     *
     * @param places at least one, counted from {@code fromAt}
     */
    void max(double[] from, int fromAt, int[] places, double[] to, int toAt, int elements);

    /**
     * Gives the gradient of a maximum to the input that is it: where {@code input = peak}, {@code inputDelta += peakDelta; peakDelta = 0}. Called for the inputs one after the
     * other, the first of equal ones gets it.
     */
    void route(
            double[] inputs,
            double[] inputDeltas,
            int inputAt,
            double[] peaks,
            double[] peakDeltas,
            int peakAt,
            int elements);

    /** {@code out = a b} for elements [from, to). */
    void multiply(double[] a, double[] b, double[] out, int from, int to);

    /**
     * {@code mask = u < rate ? 0 : 1 / (1 - rate)}, where u is the upper 53 bits, over 2^53, of output {@code first + i} (from 0) of SplitMix64 begun at the lane's state.
     *
     * @param states one a lane; stay as they are
     * @param mask {@code [i][lane]}, i below {@code count}, from element {@code at} on
     */
    void masks(long[] states, long first, int count, double rate, double[] mask, int at);

    /** {@code sums[channel] = sum of x} over the rows, ascending. */
    void sums(double[] x, Rows rows, double[] sums);

    /** {@code sums[channel] = sum of (x - mean[channel])^2} over the rows, ascending. */
    void squaresAbout(double[] x, Rows rows, double[] mean, double[] sums);

    /** {@code sums[channel] = sum of x y} over the rows, ascending. */
    void productSums(double[] x, double[] y, Rows rows, double[] sums);

    /** {@code out = (x - mean[channel]) inverse[channel]}. */
    void standardize(double[] x, Rows rows, double[] mean, double[] inverse, double[] out);

    /** {@code out = scale[channel] x + shift[channel]}. */
    void scaleAndShift(double[] x, Rows rows, double[] scale, double[] shift, double[] out);

    /** {@code out = scale[channel] (d - meanDelta[channel] - x meanProduct[channel])}. */
    void standardizeGradient(
            double[] d, double[] x, Rows rows, double[] scale, double[] meanDelta, double[] meanProduct, double[] out);
}
