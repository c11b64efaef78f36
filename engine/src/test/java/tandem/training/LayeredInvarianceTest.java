package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.LayeredRuns.FLATTEN;
import static tandem.training.LayeredRuns.IMAGE;
import static tandem.training.LayeredRuns.RELU;
import static tandem.training.LayeredRuns.TANH;
import static tandem.training.LayeredRuns.auxiliary;
import static tandem.training.LayeredRuns.average;
import static tandem.training.LayeredRuns.convolution;
import static tandem.training.LayeredRuns.dense;
import static tandem.training.LayeredRuns.dropout;
import static tandem.training.LayeredRuns.everyKind;
import static tandem.training.LayeredRuns.keras;
import static tandem.training.LayeredRuns.max;
import static tandem.training.LayeredRuns.pytorch;
import static tandem.training.TestResults.assertSameBits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Layer;
import tandem.training.model.Padding;
import tandem.training.model.Shape;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;

/** What must not change a network of layers, and networks that are the same by another name. */
final class LayeredInvarianceTest {
    /** More than a chunk; the last batch is smaller than a chunk. */
    private static final int EXAMPLES = 50;

    private static final Training TRAINING =
            new Training(TinyRuns.SGD, 35, 3, Penalty.NONE, new Clip.None(), new ClassWeights.None());

    private static RunResult train(Shape input, List<Layer> layers) {
        var run = LayeredRuns.run(5, EXAMPLES, LayeredRuns.model(input, layers), TRAINING);
        return PackTrainer.train(List.of(run), Kernels.scalar(1)).getFirst();
    }

    private static RunResult train(Layer... layers) {
        return train(IMAGE, List.of(layers));
    }

    private static List<Layer> with(List<Layer> layers, int place, Layer layer) {
        var all = new ArrayList<>(layers);
        all.add(place, layer);
        return all;
    }

    private static List<Layer> without(Class<? extends Layer> kind) {
        return everyKind().stream().filter(layer -> !kind.isInstance(layer)).toList();
    }

    @Test
    void aDropoutOfRateZeroChangesNoBit() {
        var layers = without(Layer.Dropout.class);
        var expected = train(IMAGE, layers);
        for (int place = 0; place <= layers.size(); place++) {
            assertSameBits(expected, train(IMAGE, with(layers, place, dropout(0))));
        }
    }

    @Test
    void aDropoutOfRateZeroBehindOthersLeavesTheirMasks() {
        var layers = everyKind();
        assertSameBits(train(IMAGE, layers), train(IMAGE, with(layers, layers.size(), dropout(0))));
    }

    @Test
    void anAuxiliaryClassifierOfWeightZeroLeavesAllOtherParameters() {
        var layers = without(Layer.Auxiliary.class);
        var expected = train(IMAGE, layers);
        for (int place = 0; place <= layers.size(); place++) {
            var actual = train(IMAGE, with(layers, place, auxiliary(0)));
            int count = expected.parameters().length;
            assertArrayEquals(expected.parameters(), Arrays.copyOf(actual.parameters(), count));
            assertArrayEquals(expected.statistics(), actual.statistics());
            assertArrayEquals(
                    expected.trajectory().objective(), actual.trajectory().objective());
            assertArrayEquals(
                    expected.trajectory().gradientNorm(), actual.trajectory().gradientNorm());
        }
    }

    @Test
    void anAuxiliaryClassifierChangesWhatLiesBelow() {
        var without = train(convolution(2, 3, 1), TANH, FLATTEN);
        var with = train(convolution(2, 3, 1), TANH, auxiliary(0.5), FLATTEN);
        assertThat(with.parameters()[0]).isNotEqualTo(without.parameters()[0]);
        assertThat(with.trajectory().splits().values().asList().getFirst().loss()[0])
                .isEqualTo(without.trajectory()
                        .splits()
                        .values()
                        .asList()
                        .getFirst()
                        .loss()[0]);
        assertThat(with.trajectory().objective()[0])
                .isGreaterThan(without.trajectory().objective()[0]);
    }

    @ParameterizedTest
    @EnumSource
    void denseNetworksOfLayersAreThoseOfTheDenseCore(Activation activation) {
        var act = new Layer.Activate(activation);
        for (var layers : List.of(List.of(dense(5), act), List.of(dense(16), act, dense(3), act))) {
            var plain = train(Shape.features(2), layers);
            var layered = train(Shape.features(2), with(layers, layers.size(), dropout(0)));
            assertSameBits(plain, layered);
        }
    }

    @Test
    void paddingSameIsABorderOfHalfTheWindow() {
        for (int size : new int[] {1, 3, 5}) {
            assertSameBits(
                    train(convolution(3, size, 1), RELU, FLATTEN),
                    train(convolution(3, size, 1, size / 2), RELU, FLATTEN));
        }
    }

    @Test
    void anEvenWindowOfPaddingSameHasItsOddZeroAtTheEnd() {
        // 4 places of a window of 2 need one zero: behind. A border of one gives five places, of which the first has a
        // zero in front.
        var same = new Padding.Same();
        assertThat(same.before(4, 2, 1)).isZero();
        assertThat(new Padding.Border(1).places(4, 2, 1)).isEqualTo(5);
    }

    @Test
    void aWindowOverTheWholeImageIsADenseLayer() {
        assertSameBits(train(FLATTEN, dense(5), TANH), train(convolution(5, 4, 1, 0), TANH, FLATTEN));
    }

    @Test
    void poolingSinglePlacesChangesNoBit() {
        var expected = train(convolution(3, 3, 1), TANH, FLATTEN);
        assertSameBits(expected, train(convolution(3, 3, 1), TANH, max(1, 1), FLATTEN));
        assertSameBits(expected, train(convolution(3, 3, 1), average(1, 1), TANH, FLATTEN));
    }

    @Test
    void aSecondReluChangesNoBit() {
        assertSameBits(train(FLATTEN, dense(5), RELU), train(FLATTEN, dense(5), RELU, RELU));
    }

    @Test
    void runningStatisticsOfNoMemoryStayAtTheirStart() {
        var keras = train(convolution(2, 3, 1), keras(1), RELU, FLATTEN);
        var pytorch = train(convolution(2, 3, 1), pytorch(0), RELU, FLATTEN);
        assertThat(keras.statistics()).containsExactly(0, 0, 1, 1);
        assertThat(pytorch.statistics()).containsExactly(0, 0, 1, 1);
    }

    /** Full batches of n = 50 examples with 16 places: PyTorch's variance divides by 799, Keras' by 800. */
    @Test
    void theFormsDifferInMomentumAndVariance() {
        double epsilon = 1e-3;
        var ofKeras = new Layer.BatchNormalization(Layer.NormalizationForm.KERAS, 0.75, epsilon);
        var ofPytorch = new Layer.BatchNormalization(Layer.NormalizationForm.PYTORCH, 0.25, epsilon);
        var training = TRAINING.withBatchSize(Training.FULL_BATCH).with(new Optimizer.Sgd(0.1), 1);
        double[] keras = statistics(ofKeras, training);
        double[] pytorch = statistics(ofPytorch, training);
        assertThat(pytorch[0]).isEqualTo(keras[0]);
        assertThat((pytorch[1] - 0.75) * 799).isCloseTo((keras[1] - 0.75) * 800, within(1e-11));
    }

    private static double[] statistics(Layer normalization, Training training) {
        var model = LayeredRuns.model(IMAGE, List.of(normalization, FLATTEN));
        var run = LayeredRuns.run(5, EXAMPLES, model, training);
        return PackTrainer.train(List.of(run), Kernels.scalar(1)).getFirst().statistics();
    }

    @Test
    void gradientsOfSingleExamplesAreNotClippedHere() {
        var training = TRAINING.with(new Clip.PerExample(1));
        var run = LayeredRuns.run(5, EXAMPLES, LayeredRuns.model(IMAGE, everyKind()), training);
        assertThatThrownBy(() -> PackTrainer.train(List.of(run), Kernels.scalar(1)))
                .hasMessageStartingWith("the gradients of single examples are clipped in networks of dense layers");
    }

    @Test
    void aBatchOfOneExampleHasNoVarianceToKeep() {
        var training = TRAINING.withBatchSize(49);
        var features = LayeredRuns.model(IMAGE, List.of(FLATTEN, pytorch(0.1)));
        assertThatThrownBy(() ->
                        PackTrainer.train(List.of(LayeredRuns.run(5, EXAMPLES, features, training)), Kernels.scalar(1)))
                .hasMessage(
                        "of 50 examples a batch of one is left, and batch normalization in the form pytorch needs two"
                                + " values of a channel; choose another batch size or form: keras");
        for (var model : List.of(
                LayeredRuns.model(IMAGE, List.of(pytorch(0.1), FLATTEN)),
                LayeredRuns.model(IMAGE, List.of(FLATTEN, keras(0.9))))) {
            var result = PackTrainer.train(List.of(LayeredRuns.run(5, EXAMPLES, model, training)), Kernels.scalar(1));
            assertThat(result.getFirst().trajectory().divergedEpoch()).isEmpty();
        }
    }
}
