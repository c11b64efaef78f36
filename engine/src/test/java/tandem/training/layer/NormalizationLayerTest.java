package tandem.training.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.model.Shape;

/**
 * By torch.nn.BatchNorm1d(2) in PyTorch 1.13 with biases [0.25, 0.5]: in training on [[1e160, 1], [-1e160, 1], [0, 1]], whose variances are infinite and 0, with the
 * gradient [[1, 2], [3, 4], [5, 9]] of the output; then {@code eval()} on [[5, 2]].
 */
final class NormalizationLayerTest {
    private static final Shape SHAPE = Shape.features(2);
    private static final Layer.BatchNormalization LAYER =
            new Layer.BatchNormalization(NormalizationForm.PYTORCH, 0.1, 1e-5);
    private static final LaneParameters LAYOUT =
            LaneParameters.of(new Architecture(SHAPE, ImmutableList.of(LAYER), 1, false), 1);

    private final double[] parameters = LAYOUT.allocate();
    private final double[] gradient = LAYOUT.allocate();
    private final Signal input = Signal.of(SHAPE, 3, 1);
    private final Signal output = Signal.of(SHAPE, 3, 1);
    private final NormalizationLayer layer = new NormalizationLayer(
            LAYER,
            new Affine.Place(LAYOUT.layers().getFirst(), parameters, gradient),
            input,
            output,
            Kernels.scalar(1));

    private static double[] first(double[] values, int count) {
        return Arrays.copyOfRange(values, Layout.FIRST, Layout.FIRST + count);
    }

    private void train() {
        System.arraycopy(new double[] {1, 1, 0.25, 0.5}, 0, parameters, Layout.FIRST, 4);
        input.take(new double[] {1e160, 1, -1e160, 1, 0, 1}, 0, 2, 3);
        layer.train(3, 0);
    }

    @Test
    void channelsWithoutOrWithInfiniteVarianceAreConstantAndPassFiniteGradients() {
        train();
        assertThat(first(output.values, 6)).containsExactly(0.25, 0.5, 0.25, 0.5, 0.25, 0.5);
        System.arraycopy(new double[] {1, 2, 3, 4, 5, 9}, 0, output.deltas, Layout.FIRST, 6);
        layer.backward(3, false);
        double[] passed = first(input.deltas, 6);
        double[] expected = {0, -948.6832980505137, 0, -316.2277660168379, 0, 1264.9110640673516};
        assertThat(passed).containsExactly(expected, within(1e-9));
        assertThat(first(gradient, 4)).containsExactly(new double[] {0, 0, 9, 15}, within(0.0));
    }

    @Test
    void aRunningVarianceThatOverflowsMakesItsChannelConstant() {
        train();
        assertThat(first(layer.runningVariance, 2)).containsExactly(Double.POSITIVE_INFINITY, 0.9);
        assertThat(first(layer.runningMean, 2)).containsExactly(0, 0.1);
        input.take(new double[] {5, 2}, 0, 2, 1);
        layer.infer(1);
        assertThat(first(output.values, 2)).containsExactly(new double[] {0.25, 2.5027647250001857}, within(1e-12));
    }
}
