package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.curve;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.training.data.Examples;
import tandem.training.data.Split;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.SampleWeights;

/** Weights of single examples weigh the objective and leave the loss alone. */
final class ExampleWeightsTest {
    /** How often each of six examples is there. */
    private static final int[] TIMES = {3, 1, 0, 2, 0, 4};

    private static final int COPIES = 10;

    private static List<TestRun> models() {
        var two = TestData.gaussian(3, 2, 6, 20, 4);
        var three = TestData.gaussian(3, 3, 6, 20, 5);
        return List.of(
                TestRun.of(ModelKind.LOGISTIC, two),
                TestRun.of(ModelKind.SOFTMAX, three),
                TestRun.of(ModelKind.MLP, three).hidden(Activation.TANH, 4));
    }

    private static double[] times() {
        return Arrays.stream(TIMES).asDoubleStream().toArray();
    }

    /** The train examples as often as {@link #TIMES} says, one after the other. */
    private static TestRun copied(TestRun run) {
        int[] positions = IntStream.range(0, TIMES.length)
                .flatMap(i -> IntStream.range(0, TIMES[i]).map(_ -> i))
                .toArray();
        Examples copies = run.data().train().at(positions);
        assertThat(copies.count()).isEqualTo(COPIES);
        return run.onTrain(copies);
    }

    /** A weighted batch is divided by its size: 6 weighted examples step at rate r as their 10 copies at 10 r / 6. */
    @Test
    void aWeightOfKStepsAsKCopiesAndAWeightOfZeroAsNone() {
        for (var model : models()) {
            for (Loss loss : List.of(
                    new Loss.CrossEntropy(),
                    new Loss.SmoothedCrossEntropy(0.2),
                    new Loss.Focal(2),
                    new Loss.MeanAbsoluteError())) {
                var run = model.fromRandom(0.8, 3).with(loss);
                var weighted =
                        run.weighted(times()).with(new Optimizer.Sgd(0.3), 3).train();
                var copies = copied(run)
                        .with(new Optimizer.Sgd(0.3 * COPIES / TIMES.length), 3)
                        .train();
                assertThat(weighted.parameters())
                        .usingComparatorWithPrecision(1e-14)
                        .containsExactly(copies.parameters());
                for (int epoch = 0; epoch <= 3; epoch++) {
                    assertThat(weighted.trajectory().objective()[epoch] * TIMES.length / COPIES)
                            .isCloseTo(copies.trajectory().objective()[epoch], within(1e-14));
                }
            }
        }
    }

    /** Both minimise the same sum; the penalty, which is not divided, is scaled by the divisors. */
    @Test
    void newtonFitsTheCopiesToo() {
        for (var model : models().subList(0, 2)) {
            var weighted =
                    model.weighted(times()).with(new Penalty(0.06, 0, true)).with(new Optimizer.Newton(), 50);
            var copies = copied(model)
                    .with(new Penalty(0.06 * TIMES.length / COPIES, 0, true))
                    .with(new Optimizer.Newton(), 50);
            assertThat(NewtonTrainer.train(weighted.input()).parameters())
                    .usingComparatorWithPrecision(1e-9)
                    .containsExactly(NewtonTrainer.train(copies.input()).parameters());
        }
    }

    /** Example 1, the only one on the wrong side, does not count: the others are separated by x = 0. */
    @Test
    void newtonTellsThatTheExamplesThatCountAreSeparated() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {-1, -2, 1, 2}, 0, 1, 1, 1))
                .weighted(1, 0, 5, 0.5)
                .with(new Optimizer.Newton(), 50);
        assertThatThrownBy(() -> NewtonTrainer.train(run.input()))
                .isInstanceOf(NoMinimumException.class)
                .hasMessageContaining("separates classes of the train split");
    }

    /** Products of powers of two are exact: 4 x 0.25, 0.5 x 8. */
    @Test
    void weightsOfClassAndExampleMultiply() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {-1, 0.5, 2, 3}, 0, 1, 0, 1))
                .fromRandom(0.5, 1)
                .with(new Optimizer.Sgd(0.1), 5)
                .batch(3);
        var both = run.weighted(0.25, 8, 1, 2).with(new ClassWeights.Given(ImmutableMap.of("0", 4.0, "1", 0.5)));
        var product = run.weighted(1, 4, 4, 1);
        assertThat(both.train().parameters()).containsExactly(product.train().parameters());
        assertThat(both.train().trajectory().objective())
                .containsExactly(product.train().trajectory().objective());
    }

    @Test
    void weightsThatDoNotCountLeaveNoTrace() {
        for (var model : models()) {
            for (var classes : List.of(new ClassWeights.None(), new ClassWeights.Balanced())) {
                var plain = model.fromRandom(0.9, 5).with(classes);
                var aside = plain.weighted(1, 2, 3, 4, 5, 6).with(SampleWeights.NONE);
                assertThat(PackShape.of(aside.input())).isEqualTo(PackShape.of(plain.input()));
                assertThat(aside.train().parameters())
                        .containsExactly(plain.train().parameters());
                assertThat(aside.train().trajectory().objective())
                        .containsExactly(plain.train().trajectory().objective());
            }
        }
    }

    @Test
    void theLossHasTheSameBitsWithAndWithoutWeights() {
        for (var model : models()) {
            var run = model.fromRandom(0.9, 5);
            var plain = run.train();
            var weighted = run.weighted(times()).train();
            for (var split : List.of(Split.TRAIN, Split.VALIDATION)) {
                assertThat(curve(weighted, split).loss())
                        .containsExactly(curve(plain, split).loss());
            }
            assertThat(weighted.trajectory().objective()[0])
                    .isNotEqualTo(plain.trajectory().objective()[0]);
            var ones = run.weighted(1, 1, 1, 1, 1, 1).with(new Optimizer.Sgd(0.2), 4);
            assertThat(ones.train().parameters())
                    .containsExactly(run.with(new Optimizer.Sgd(0.2), 4).train().parameters());
        }
    }

    /** Of examples of class 0 with weights 1 and 2 and one of class 1 with weight 4, at z = 0: (3 - 4) / 2 / 3 for the bias. */
    @Test
    void theGradientIsTheWeightedSumOverTheBatchSize() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {0, 0, 0}, 0, 0, 1))
                .weighted(1, 2, 4)
                .with(new Optimizer.Sgd(1), 1);
        assertThat(run.train().parameters()[1]).isCloseTo(0.5 / 3, within(1e-16));
        assertThat(run.train().trajectory().objective()[0]).isCloseTo(7 * StrictMath.log(2) / 3, within(1e-15));
    }

    @Test
    void aWeightMustBeFiniteAndNotNegative() {
        var train = models().getFirst().data().train();
        assertThatThrownBy(() -> train.weighted(new double[] {1, 1, 1, 1, 1, -0.5}))
                .hasMessage("the weight of an example must be finite and not negative: -0.5");
        assertThatThrownBy(() -> train.weighted(new double[] {1, 1, 1, 1, 1, Double.NaN}))
                .hasMessage("the weight of an example must be finite and not negative: NaN");
        assertThatThrownBy(() -> train.weighted(new double[] {1})).hasMessage("1 weights for 6 examples");
    }

    @Test
    void weightsFollowTheirExamples() {
        var examples = new Examples(1, new double[] {1, 2, 3}, new int[] {0, 1, 0}).weighted(new double[] {5, 6, 7});
        assertThat(examples.at(new int[] {2, 0}).weights()).containsExactly(7, 5);
        assertThat(examples.withFeatures(new double[] {4, 5, 6}).weights()).containsExactly(5, 6, 7);
        assertThat(new Examples(1, new double[] {1, 2}, new int[] {0, 1}).isWeighted())
                .isFalse();
    }
}
