package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.random.RandomStream;

class BatchOrderTest {
    private static final RandomStream A = RandomStream.of(1, "order", 0);
    private static final RandomStream B = RandomStream.of(1, "order", 1);

    private static int[] lane(BatchOrder order, int lane, int lanes) {
        int[] elements = new int[order.elements.length / lanes];
        Arrays.setAll(elements, i -> order.elements[i * lanes + lane]);
        return elements;
    }

    @Test
    void everyExampleStandsOnceInEachLane() {
        var order = new BatchOrder(List.of(A, B), 7, 3, Kernels.scalar(2).order());
        order.shuffle(1);
        assertThat(lane(order, 0, 2)).containsExactlyInAnyOrder(0, 3, 6, 9, 12, 15, 18);
        assertThat(lane(order, 1, 2)).containsExactlyInAnyOrder(21, 24, 27, 30, 33, 36, 39);
    }

    @Test
    void theOrderDependsOnStreamAndEpochOnly() {
        var alone = new BatchOrder(List.of(B), 20, 1, Kernels.scalar(1).order());
        alone.shuffle(5);
        var second = new BatchOrder(List.of(A, B), 20, 1, Kernels.scalar(2).order());
        second.shuffle(1);
        second.shuffle(5);
        int[] shifted =
                Arrays.stream(lane(second, 1, 2)).map(element -> element - 20).toArray();
        assertThat(shifted).isEqualTo(alone.elements);
        alone.shuffle(6);
        assertThat(shifted).isNotEqualTo(alone.elements);
    }

    @Test
    void allPermutationsAreEquallyLikely() {
        // 24 permutations of 4 examples, 200 expected of each; fixed streams, so the test cannot fail by chance
        long[] counts = new long[24];
        var order = new BatchOrder(List.of(A), 4, 1, Kernels.scalar(1).order());
        for (int epoch = 1; epoch <= 4800; epoch++) {
            order.shuffle(epoch);
            counts[rank(order.elements)]++;
        }
        double[] expected = new double[24];
        Arrays.fill(expected, 200);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.01);
    }

    /** The number of a permutation of 4 in lexicographic order. */
    private static int rank(int[] permutation) {
        int[] factorials = {6, 2, 1, 1};
        int rank = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                rank += permutation[j] < permutation[i] ? factorials[i] : 0;
            }
        }
        return rank;
    }
}
