package tandem.training.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Layer;
import tandem.training.model.Layer.Pool;
import tandem.training.model.Shape;

/** By torch.nn.MaxPool2d(2, 1) and AvgPool2d(2, 1) on [[1, 3, 3], [3, 2, 3], [0, 3, 3]] with the gradient [[1, 10], [100, 1000]] of the output. */
final class PoolingLayerTest {
    private static final Shape SHAPE = Shape.image(3, 3, 1);
    private static final double[] IMAGE = {1, 3, 3, 3, 2, 3, 0, 3, 3};
    private static final double[] OUTPUT_GRADIENT = {1, 10, 100, 1000};

    private static double[][] forthAndBack(Pool pool, double... image) {
        var layer = new Layer.Pooling(pool, 2, 1);
        var input = Signal.of(SHAPE, 2, 1);
        var output = Signal.of(layer.output(SHAPE), 2, 1);
        var pooling = new PoolingLayer(pool, Window.of(layer, SHAPE), input, output, Kernels.scalar(1));
        input.take(image, 0, 0, 2);
        double[][] results = new double[2][];
        // Twice: nothing of the first pass is left in the second.
        for (int pass = 0; pass < 2; pass++) {
            pooling.train(2, 0);
            System.arraycopy(OUTPUT_GRADIENT, 0, output.deltas, Layout.FIRST, 4);
            System.arraycopy(OUTPUT_GRADIENT, 0, output.deltas, Layout.FIRST + 4, 4);
            pooling.backward(2, false);
            results[0] = Arrays.copyOfRange(output.values, Layout.FIRST + 4, Layout.FIRST + 8);
            results[1] = Arrays.copyOfRange(input.deltas, Layout.FIRST + 9, Layout.FIRST + 18);
        }
        return results;
    }

    @Test
    void theFirstOfEqualLargestValuesGetsTheGradient() {
        double[][] results = forthAndBack(Pool.MAX, IMAGE);
        assertThat(results[0]).containsExactly(3, 3, 3, 3);
        assertThat(results[1]).containsExactly(0, 11, 0, 100, 0, 1000, 0, 0, 0);
    }

    @Test
    void everyValueHasItsShareOfAMean() {
        double[][] results = forthAndBack(Pool.AVERAGE, IMAGE);
        assertThat(results[0]).containsExactly(2.25, 2.75, 2, 2.75);
        assertThat(results[1]).containsExactly(0.25, 2.75, 2.5, 25.25, 277.75, 252.5, 25, 275, 250);
    }

    @Test
    void whatIsNoNumberIsTheLargest() {
        double[] image = IMAGE.clone();
        image[8] = Double.NaN;
        assertThat(forthAndBack(Pool.MAX, image)[0]).containsExactly(3, 3, 3, Double.NaN);
    }
}
