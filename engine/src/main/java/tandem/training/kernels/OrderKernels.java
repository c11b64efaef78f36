package tandem.training.kernels;

/** Random orders, and examples put in them. Integers and moved values only: nothing is rounded. */
public interface OrderKernels {

    /** SplitMix64 (Steele, Lea and Flood 2014): what a state grows by, and the multipliers of its output. */
    long GAMMA = 0x9e3779b97f4a7c15L;

    long MIX1 = 0xbf58476d1ce4e5b9L;
    long MIX2 = 0x94d049bb133111ebL;

    /**
     * {@code draws[i] = (i + 1) h}, lane by lane, where h are the upper 32 bits of the lane's next SplitMix64 output: the upper half of the product is
     * a number in [0, i] (Lemire 2019).
     *
     * @param states one a lane, carried on
     * @param draws {@code [i][lane]}, beginning at element 0
     */
    void draw(long[] states, long[] draws);

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
