package tandem.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.model.Layer.Pool;

final class LayerShapeTest {
    private static final Shape IMAGE = Shape.image(8, 7, 3);
    private static final Padding NONE = new Padding.Border(0);

    private static Layer.Convolution convolution(int size, int stride, Padding padding) {
        return new Layer.Convolution(5, size, stride, padding, true);
    }

    /** {@code torch.nn.Conv2d(3, 5, size, stride, padding)(torch.zeros(1, 3, 8, 7)).shape[2:]} in PyTorch 1.13. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 8, 7",
        "3, 1, 0, 6, 5",
        "3, 1, 1, 8, 7",
        "3, 2, 1, 4, 4",
        "2, 2, 0, 4, 3",
        "2, 2, 1, 5, 4",
        "5, 2, 2, 4, 4",
        "5, 3, 0, 2, 1",
        "7, 1, 0, 2, 1",
        "9, 1, 1, 2, 1",
        "1, 3, 2, 4, 4"
    })
    void convolutionsWithABorderHaveThePlacesOfPytorch(int size, int stride, int border, int height, int width) {
        var output = convolution(size, stride, new Padding.Border(border)).output(IMAGE);
        assertThat(output).isEqualTo(Shape.image(height, width, 5));
    }

    /** Keras' {@code same}: {@code ceil(length / stride)} places and {@code max((places - 1) * stride + size - length, 0)} zeros, the smaller half in front. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 8, 1, 7, 1",
        "2, 1, 8, 0, 7, 0",
        "3, 2, 4, 0, 4, 1",
        "5, 2, 4, 1, 4, 2",
        "1, 3, 3, 0, 3, 0",
        "4, 3, 3, 1, 3, 1",
        "9, 1, 8, 4, 7, 4"
    })
    void paddingSameIsThatOfKeras(int size, int stride, int height, int top, int width, int left) {
        var same = new Padding.Same();
        assertThat(convolution(size, stride, same).output(IMAGE)).isEqualTo(Shape.image(height, width, 5));
        assertThat(same.before(8, size, stride)).isEqualTo(top);
        assertThat(same.before(7, size, stride)).isEqualTo(left);
    }

    /** {@code torch.nn.MaxPool2d(size, stride)(torch.zeros(1, 3, 8, 7)).shape[2:]} in PyTorch 1.13. */
    @ParameterizedTest
    @CsvSource({"2, 2, 4, 3", "3, 2, 3, 3", "2, 1, 7, 6", "3, 3, 2, 2", "1, 4, 2, 2", "7, 2, 1, 1"})
    void poolingLeavesOutWhatNoWholeWindowCovers(int size, int stride, int height, int width) {
        for (var pool : Pool.values()) {
            assertThat(new Layer.Pooling(pool, size, stride).output(IMAGE)).isEqualTo(Shape.image(height, width, 3));
        }
    }

    @Test
    void otherLayersKeepTheShapeOrMakeFeatures() {
        assertThat(new Layer.Flatten().output(IMAGE)).isEqualTo(Shape.features(168));
        assertThat(new Layer.Flatten().output(Shape.features(4))).isEqualTo(Shape.features(4));
        assertThat(new Layer.Dense(6, true).output(Shape.features(4))).isEqualTo(Shape.features(6));
        assertThat(new Layer.Dropout(0.5).output(IMAGE)).isEqualTo(IMAGE);
        assertThat(new Layer.Auxiliary(1, true).output(IMAGE)).isEqualTo(IMAGE);
        assertThat(new Layer.BatchNormalization(NormalizationForm.KERAS, 0.9, 1e-3).output(IMAGE))
                .isEqualTo(IMAGE);
        assertThat(new Layer.Activate(Activation.RELU).output(IMAGE)).isEqualTo(IMAGE);
    }

    private static void assertRefused(Supplier<?> made, String sentence) {
        assertThatThrownBy(made::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatDoesNotFitIsRefusedInASentence() {
        assertRefused(
                () -> new Layer.Dense(6, true).output(IMAGE),
                "a dense layer takes features and gets an image of 8 x 7 x 3");
        assertRefused(
                () -> convolution(1, 1, NONE).output(Shape.features(4)),
                "a convolution takes an image and gets 4 features");
        assertRefused(
                () -> convolution(8, 1, NONE).output(IMAGE),
                "a window of 8 x 8 does not fit into an image of 8 x 7 x 3");
        assertRefused(
                () -> convolution(8, 8, NONE).output(IMAGE),
                "a window of 8 x 8 does not fit into an image of 8 x 7 x 3");
        assertRefused(
                () -> new Layer.Pooling(Pool.MAX, 8, 1).output(IMAGE),
                "a window of 8 x 8 does not fit into an image of 8 x 7 x 3");
        assertRefused(
                () -> new Layer.Pooling(Pool.MAX, 1, 1).output(Shape.features(4)),
                "pooling takes an image and gets 4 features");
    }

    /** 4096 x 4096 x 4096 weights, which as an int are 0. */
    @Test
    void moreParametersThanAnArrayHoldsAreRefused() {
        var layers = ImmutableList.<Layer>of(convolution(4096, 1, new Padding.Border(2048)), new Layer.Flatten());
        assertRefused(
                () -> new Architecture(Shape.image(1, 1, 4096), layers, 2, true).parameterCount(),
                "a network has at most 1000000000 parameters; take fewer units or filters, or smaller windows");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertRefused(() -> new Layer.Dropout(1), "rate must lie in [0, 1): 1.0");
        assertRefused(() -> new Layer.Dropout(Double.NaN), "rate must lie in [0, 1): NaN");
        assertRefused(() -> new Layer.Auxiliary(-1, true), "weight must not be negative: -1.0");
        assertRefused(() -> new Padding.Border(-1), "padding must not be negative: -1");
        assertRefused(() -> convolution(0, 1, NONE), "size and stride must be positive: 0 and 1");
        assertRefused(
                () -> new Layer.BatchNormalization(NormalizationForm.KERAS, 1.1, 1e-3),
                "momentum must lie in [0, 1]: 1.1");
        assertRefused(
                () -> new Layer.BatchNormalization(NormalizationForm.KERAS, 0.9, 0), "epsilon must be positive: 0.0");
    }

    /** By hand: 3 x 3 x 3 x 5 + 5 = 140; 2 x 5 = 10; 8 x 7 x 5 = 280 features after the convolution: 280 x 4 = 1120; 4 x 2 + 2 = 10; side: 280 x 2 + 2 = 562. */
    @Test
    void parametersAreCountedLayerByLayerAndThoseBesideComeLast() {
        var architecture = new Architecture(
                IMAGE,
                ImmutableList.of(
                        convolution(3, 1, new Padding.Same()),
                        new Layer.Auxiliary(0.3, true),
                        new Layer.BatchNormalization(NormalizationForm.PYTORCH, 0.1, 1e-5),
                        new Layer.Activate(Activation.RELU),
                        new Layer.Flatten(),
                        new Layer.Dense(4, false)),
                2,
                true);
        assertThat(architecture.blocks())
                .extracting(block -> block.end() - block.weightsAt())
                .containsExactly(140, 10, 1120, 10, 562);
        assertThat(architecture.parameterCount()).isEqualTo(1842);
        assertThat(architecture.placed()).extracting(Architecture.Placed::block).containsExactly(0, 4, 1, -1, -1, 2, 3);
        // 135 weights at 56 places, 1120, 8, and 560
        assertThat(architecture.multiplications()).isEqualTo(135 * 56 + 1120 + 8 + 560);
        assertThat(architecture.isPlain()).isFalse();
    }

    @Test
    void onlyDenseLayersWithOneActivationArePlain() {
        var relu = Model.dense(ImmutableList.of(3, 4), Activation.RELU, true);
        assertThat(new Architecture(Shape.features(2), relu, 3, true).isPlain()).isTrue();
        assertThat(new Architecture(Shape.features(2), relu, 3, false).isPlain())
                .isFalse();
        var mixed = ImmutableList.<Layer>builder()
                .addAll(relu)
                .addAll(Model.dense(ImmutableList.of(2), Activation.TANH, true))
                .build();
        assertThat(new Architecture(Shape.features(2), mixed, 3, true).isPlain())
                .isFalse();
        assertThat(new Architecture(Shape.features(2), relu.subList(0, 3), 3, true).isPlain())
                .isFalse();
    }
}
