package tandem.training;

import static tandem.training.LayeredRuns.FLATTEN;
import static tandem.training.LayeredRuns.RELU;
import static tandem.training.LayeredRuns.SIGMOID;
import static tandem.training.LayeredRuns.TANH;
import static tandem.training.LayeredRuns.auxiliary;
import static tandem.training.LayeredRuns.average;
import static tandem.training.LayeredRuns.convolution;
import static tandem.training.LayeredRuns.dense;
import static tandem.training.LayeredRuns.dropout;
import static tandem.training.LayeredRuns.keras;
import static tandem.training.LayeredRuns.max;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.model.ModelKind;
import tandem.training.model.Shape;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;

/**
 * One full-batch step of length 1 shows the gradient; it equals central differences of the objective plus penalty that the same core reports. Batch
 * normalizations keep nothing of their past, so that after a step too short to move anything the reported objective is that of training.
 */
final class LayeredGradientTest {
    /** Of central differences with {@code h = 1e-5}: rounding 1e-16 / h, and truncation {@code h^2 / 6} times a third derivative that normalization makes as large as 100. */
    private static final double TOLERANCE = 5e-9;

    private static final Optimizer STILL = new Optimizer.Sgd(1e-300);

    static Stream<TestRun> runs() {
        var image = Shape.image(4, 3, 2);
        var run = TestRun.of(ModelKind.LAYERS, TestData.gaussian(24, 3, 35, 3, 31));
        var bare = List.of(
                run.layers(image, convolution(2, 2, 1, 1), RELU, convolution(3, 3, 2), SIGMOID, average(2, 1), FLATTEN),
                run.layers(image, average(2, 1), convolution(16, 1, 1), TANH, max(2, 1), FLATTEN),
                run.layers(image, max(3, 1), convolution(3, 3, 1), TANH, FLATTEN),
                run.layers(image, convolution(2, 5, 2, 2), TANH, convolution(2, 1, 3, 2), FLATTEN, dense(3), TANH),
                run.layers(image, convolution(3, 3, 1), keras(0), RELU, max(2, 2), FLATTEN, dense(4), keras(0), TANH),
                run.layers(image, keras(0), convolution(2, 2, 1, 0), SIGMOID, keras(0), average(2, 1), FLATTEN),
                run.layers(image, FLATTEN, keras(0), dense(4), keras(0), dense(3), RELU),
                run.layers(image, FLATTEN, auxiliary(0.5), dropout(0), dense(3), RELU));
        var heads = run.layers(
                image,
                auxiliary(0.5),
                convolution(2, 3, 1),
                auxiliary(0.3),
                TANH,
                max(2, 1),
                auxiliary(0.7),
                auxiliary(0.2),
                FLATTEN,
                dense(3),
                keras(0),
                auxiliary(1.5),
                SIGMOID,
                auxiliary(0.4));
        return Stream.concat(bare.stream(), variants(heads));
    }

    private static Stream<TestRun> variants(TestRun run) {
        var variants = new ArrayList<TestRun>();
        variants.add(run);
        variants.add(run.with(new ClassWeights.Balanced()).with(new Penalty(0.05, 0.02, true)));
        variants.add(run.with(new Penalty(0.05, 0, false)).with(new Loss.SmoothedCrossEntropy(0.2)));
        variants.add(run.with(new ClassWeights.Balanced()).with(new Loss.Focal(2)));
        variants.add(run.with(new Loss.GeneralizedCrossEntropy(0.7)));
        variants.add(run.with(new Loss.Flooding(20)));
        variants.add(run.with(new Loss.Flooding(1.5)).with(new ClassWeights.Balanced()));
        variants.add(run.with(new Loss.Flooding(100)));
        return variants.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theGradientIsThatOfTheObjectivePlusPenalty(TestRun run) {
        double[] start = run.fromRandom(0.5, 3).train().parameters();
        var stepped = run.from(start).with(new Optimizer.Sgd(1), 1).train();
        CentralDifferences.assertGradient(
                start, stepped, parameters -> run.from(parameters).with(STILL, 1), TOLERANCE, 1e-7);
    }
}
