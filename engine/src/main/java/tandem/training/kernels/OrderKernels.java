package tandem.training.kernels;

/** Puts examples in the order of an epoch. Values are moved, never changed. */
public interface OrderKernels {

    /**
     * {@code features[p][f] = source[from[p] + f]} and {@code labels[p] = source[from[p] + featureCount]}, lane by lane, for every position p.
     *
     * @param from {@code [position][lane]}, beginning at element 0: the element of {@code source} at which the lane's example begins
     * @param stride elements of {@code features} from one position to the next
     */
    void gather(double[] source, int[] from, int featureCount, double[] features, int stride, double[] labels);

    /** {@code target[p] = source[from[p] + column]}. */
    void gatherColumn(double[] source, int[] from, int column, double[] target);
}
