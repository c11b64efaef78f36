package tandem.training.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.TwinData.LANES;
import static tandem.training.kernels.TwinData.ROW_COUNTS;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import java.util.SplittableRandom;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

class OrderKernelsTwinTest {

    @Test
    void drawsAreEqual() {
        for (int rows : ROW_COUNTS) {
            long[] scalarStates = states();
            long[] vectorStates = states();
            long[] scalar = new long[rows * LANES];
            long[] vector = new long[rows * LANES];
            SCALAR.order().draw(scalarStates, scalar);
            VECTOR.order().draw(vectorStates, vector);
            assertArrayEquals(scalar, vector);
            assertArrayEquals(scalarStates, vectorStates);
        }
    }

    @Test
    void drawsAreThoseOfTheLibrarysSplitMix() {
        long[] draws = new long[5 * LANES];
        VECTOR.order().draw(states(), draws);
        for (int lane = 0; lane < LANES; lane++) {
            var library = new SplitMix64(states()[lane]);
            for (int i = 0; i < 5; i++) {
                assertThat(draws[i * LANES + lane]).isEqualTo((library.nextLong() >>> 32) * (i + 1));
            }
        }
    }

    private static long[] states() {
        return new SplittableRandom(1).longs(LANES).toArray();
    }

    @Test
    void gathersAreEqual() {
        var random = new SplittableRandom(3);
        for (int rows : new int[] {1, 2, 3, 7, 33}) {
            double[] source = TwinData.any(rows * 5, rows);
            int[] from = random.ints((long) rows * LANES, 0, source.length - 4).toArray();
            double[] scalar = Layout.allocate(rows * 4, LANES);
            double[] vector = Layout.allocate(rows * 4, LANES);
            double[] scalarLabels = Layout.allocate(rows, LANES);
            double[] vectorLabels = Layout.allocate(rows, LANES);
            SCALAR.order().gather(source, from, 3, scalar, 4 * LANES, scalarLabels);
            VECTOR.order().gather(source, from, 3, vector, 4 * LANES, vectorLabels);
            assertArrayEquals(scalar, vector);
            assertArrayEquals(scalarLabels, vectorLabels);
            SCALAR.order().gatherColumn(source, from, 4, scalarLabels);
            VECTOR.order().gatherColumn(source, from, 4, vectorLabels);
            assertArrayEquals(scalarLabels, vectorLabels);
        }
    }
}
