package tandem.training.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.TwinData.ROW_COUNTS;
import static tandem.training.kernels.TwinData.SCALAR;
import static tandem.training.kernels.TwinData.VECTOR;

import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ActivationKernelsTwinTest {

    @Test
    void reluIsEqual() {
        assertEqual((kernels, a) -> kernels.relu(a, FIRST, a.length));
    }

    @Test
    void tanhIsEqual() {
        assertEqual((kernels, a) -> kernels.tanh(a, FIRST, a.length));
    }

    @Test
    void sigmoidIsEqual() {
        assertEqual((kernels, a) -> kernels.sigmoid(a, FIRST, a.length));
    }

    @Test
    void reluGradientIsEqual() {
        assertEqual((kernels, a) -> kernels.reluGradient(slopeOf(a), a, FIRST, a.length));
    }

    @Test
    void tanhGradientIsEqual() {
        assertEqual((kernels, a) -> kernels.tanhGradient(slopeOf(a), a, FIRST, a.length));
    }

    @Test
    void sigmoidGradientIsEqual() {
        assertEqual((kernels, a) -> kernels.sigmoidGradient(slopeOf(a), a, FIRST, a.length));
    }

    private static double[] slopeOf(double[] a) {
        return TwinData.any((a.length - FIRST) / TwinData.LANES, 7);
    }

    private static void assertEqual(BiConsumer<ActivationKernels, double[]> kernel) {
        for (int rows : ROW_COUNTS) {
            double[] scalar = TwinData.any(rows, rows);
            double[] vector = scalar.clone();
            kernel.accept(SCALAR.activation(), scalar);
            kernel.accept(VECTOR.activation(), vector);
            assertArrayEquals(scalar, vector);
        }
    }
}
