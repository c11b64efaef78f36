package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.data.Split;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;

/** One full-batch step of length 1 shows the gradient; it equals central differences of the objective plus penalty that the same core reports. */
final class GradientTest {
    /** Of central differences with {@code h = 1e-5}: truncation {@code h^2 / 6} times a third derivative of order 1, and rounding 1e-16 / h, are both below 1e-10. */
    private static final double TOLERANCE = 2e-9;

    static Stream<TestRun> runs() {
        var three = TestData.gaussian(3, 3, 37, 5, 21);
        var bare = new ArrayList<TestRun>();
        bare.add(TestRun.of(ModelKind.LOGISTIC, TestData.gaussian(3, 2, 37, 5, 20)));
        bare.add(TestRun.of(ModelKind.SOFTMAX, three));
        for (var activation : Activation.values()) {
            bare.add(TestRun.of(ModelKind.MLP, three).hidden(activation, 4));
            bare.add(TestRun.of(ModelKind.MLP, three).hidden(activation, 3, 4, 2));
        }
        var runs = new ArrayList<TestRun>();
        for (var run : bare) {
            runs.add(run);
            runs.add(run.withoutBias().with(new Penalty(0.3, 0, false)));
            runs.add(run.with(new Penalty(0.3, 0.2, false)));
            runs.add(run.with(new Penalty(0.3, 0.2, true)));
            runs.add(run.with(new ClassWeights.Balanced()).with(new Penalty(0, 0.2, true)));
            runs.add(run.with(weights(run.data().classCount())));
            runs.add(exampleWeights(run).with(weights(run.data().classCount())).with(new Penalty(0.3, 0, true)));
            for (var loss : RemedyRuns.losses(run.data().classCount())) {
                runs.add(run.with(loss));
                runs.add(exampleWeights(run).with(loss));
                runs.add(run.with(loss).with(new ClassWeights.Balanced()).with(new Penalty(0.3, 0, false)));
            }
            // above and below the level
            runs.add(run.with(new Loss.Flooding(1e-3)));
            runs.add(run.with(new Loss.Flooding(100)));
        }
        return runs.stream();
    }

    /** 0, 0.7, 1.4, 2.1 and again. */
    private static TestRun exampleWeights(TestRun run) {
        double[] weights = new double[run.data().train().count()];
        Arrays.setAll(weights, i -> 0.7 * (i % 4));
        return run.weighted(weights);
    }

    private static ClassWeights weights(int classCount) {
        var weights = ImmutableMap.<String, Double>builder();
        for (int c = 0; c < classCount; c++) {
            weights.put(Integer.toString(c), 3.0 / (c + 1));
        }
        return new ClassWeights.Given(weights.buildOrThrow());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theGradientIsThatOfTheObjectivePlusPenalty(TestRun run) {
        var started = run.fromRandom(0.8, 3);
        double[] start = started.train().parameters();
        var stepped = started.with(new Optimizer.Sgd(1), 1).train();
        CentralDifferences.assertGradient(start, stepped, run::from, TOLERANCE, 1e-8);
    }

    /** At z = 0 every p = 1/2, so the gradient is the mean of (p - y) x = (-1 + 2 + 0.5)/2/3 and of (p - y). */
    @Test
    void aLineStepsAlongItsGradient() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1, 2, 0.5}, 1, 0, 0))
                .from(new Start.Line(0, 0))
                .with(new Optimizer.Sgd(1), 1);
        double[] end = run.train().parameters();
        assertThat(end[0]).isCloseTo(-0.25, within(1e-16));
        assertThat(end[1]).isCloseTo(-0.5 / 3, within(1e-16));
    }

    @Test
    void anUnsureExampleFarOnTheRightSideStillPulls() {
        // z = 50 and label 1: the gradient is -sum of the other probabilities = -sigmoid(-50) = -1.9287498479639178e-22
        // (mpmath), where p - 1 would be 0; the loss is as small.
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias()
                .from(50.0)
                .with(new Optimizer.Sgd(1e22), 1);
        assertThat(run.train().parameters()[0]).isCloseTo(51.92874984796392, within(1e-14));
        var softmax = TestRun.of(ModelKind.SOFTMAX, TestData.line(2, new double[] {1}, 1))
                .withoutBias()
                .from(0.0, 50.0)
                .with(new Optimizer.Sgd(1e22), 1);
        var result = softmax.train();
        assertThat(result.parameters()[1]).isCloseTo(51.92874984796392, within(1e-14));
        assertThat(TestResults.curve(result, Split.TRAIN).loss()[0]).isCloseTo(1.9287498479639178e-22, within(1e-36));
    }
}
