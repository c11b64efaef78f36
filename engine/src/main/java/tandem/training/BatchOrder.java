package tandem.training;

import java.util.List;
import tandem.training.random.RandomStream;

/**
 * The order of the examples in an epoch: one permutation a lane, drawn from its stream alone.
 *
 * <p>An inside-out Fisher-Yates shuffle. Its draws are SplitMix64 (Steele, Lea and Flood 2014) from the seed of the epoch's stream, bounded without
 * bias by multiplication (Lemire 2019). All lanes advance together: their chains of dependent operations overlap, which the library's shuffle of one
 * array after the other does not allow and takes three times as long.
 */
final class BatchOrder {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final List<RandomStream> streams;
    private final int count;
    private final int distance;
    private final long[] states;

    /** {@code [position][lane]}: the example at each position, as the element at which it begins in {@code [lane][example]} of elements. */
    final int[] elements;

    /**
     * @param streams one a lane
     * @param distance elements from one example to the next
     */
    BatchOrder(List<RandomStream> streams, int count, int distance) {
        this.streams = streams;
        this.count = count;
        this.distance = distance;
        this.states = new long[streams.size()];
        this.elements = new int[count * streams.size()];
    }

    /** Draws the permutations of an epoch. */
    void shuffle(int epoch) {
        int lanes = states.length;
        for (int lane = 0; lane < lanes; lane++) {
            states[lane] = streams.get(lane).at(epoch).seed();
        }
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int to = i * lanes + lane;
                int other = draw(lane, i + 1) * lanes + lane;
                elements[to] = elements[other];
                elements[other] = (lane * count + i) * distance;
            }
        }
    }

    /** A number in [0, bound), each equally likely. */
    private int draw(int lane, long bound) {
        long bits = next(lane);
        while (isSurplus(bits * bound, bound)) {
            bits = next(lane);
        }
        return (int) Math.unsignedMultiplyHigh(bits, bound);
    }

    /** Whether the low half of a product belongs to the {@code 2^64 mod bound} numbers too many. The division is hardly ever reached. */
    private static boolean isSurplus(long low, long bound) {
        return Long.compareUnsigned(low, bound) < 0
                && Long.compareUnsigned(low, Long.remainderUnsigned(-bound, bound)) < 0;
    }

    private long next(int lane) {
        long z = states[lane] += GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
