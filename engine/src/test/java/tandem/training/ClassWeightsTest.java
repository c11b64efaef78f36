package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.curve;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.data.Split;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Optimizer;

/** Class weights weigh the objective and leave the loss alone. */
final class ClassWeightsTest {
    /** Three of class 0, one of class 1: balanced weights 4 / (2 * 3) and 4 / (2 * 1). */
    private static final TestRun THREE_TO_ONE =
            TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {-1, 0.5, -2, 3}, 0, 0, 0, 1));

    private static ClassWeights given(double zero, double one) {
        return new ClassWeights.Given(ImmutableMap.of("0", zero, "1", one));
    }

    private static double lossOf(double x, int label) {
        double z = 0.7 * x - 0.2;
        return -StrictMath.log(label == 1 ? 1 / (1 + StrictMath.exp(-z)) : 1 / (1 + StrictMath.exp(z)));
    }

    @Test
    void balancedWeightsAreTheCountOverClassesTimesClassCount() {
        var run = THREE_TO_ONE.from(0.7, -0.2);
        double zeros = lossOf(-1, 0) + lossOf(0.5, 0) + lossOf(-2, 0);
        double objective =
                run.with(new ClassWeights.Balanced()).train().trajectory().objective()[0];
        assertThat(objective).isCloseTo((2.0 / 3 * zeros + 2 * lossOf(3, 1)) / 4, within(1e-15));
        var equal = run.with(given(4 / (2 * 3.0), 4 / 2.0)).train();
        assertThat(equal.trajectory().objective()[0]).isEqualTo(objective);
    }

    @Test
    void theObjectiveIsTheWeightedSumOverTheBatchSize() {
        double zeros = lossOf(-1, 0) + lossOf(0.5, 0) + lossOf(-2, 0);
        var result = THREE_TO_ONE.from(0.7, -0.2).with(given(0.25, 5)).train();
        assertThat(result.trajectory().objective()[0]).isCloseTo((0.25 * zeros + 5 * lossOf(3, 1)) / 4, within(1e-15));
    }

    @Test
    void theLossHasTheSameBitsWithAndWithoutWeights() {
        for (var kind : List.of(ModelKind.LOGISTIC, ModelKind.SOFTMAX, ModelKind.MLP)) {
            var run = TestRun.of(kind, TestData.gaussian(3, 2, 71, 30, 4)).fromRandom(0.9, 5);
            var plain = run.train();
            for (var weights : List.of(new ClassWeights.Balanced(), given(0.1, 7))) {
                var weighted = run.with(weights).train();
                for (var split : List.of(Split.TRAIN, Split.VALIDATION)) {
                    assertThat(curve(weighted, split).loss())
                            .containsExactly(curve(plain, split).loss());
                    assertThat(curve(weighted, split).correct())
                            .containsExactly(curve(plain, split).correct());
                }
                assertThat(weighted.trajectory().objective()[0])
                        .isNotEqualTo(plain.trajectory().objective()[0]);
            }
            assertThat(plain.trajectory().objective())
                    .containsExactly(curve(plain, Split.TRAIN).loss());
        }
    }

    @Test
    void weightsOfOneAreNoWeights() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(3, 2, 71, 30, 4))
                .with(new Optimizer.Sgd(0.2), 5)
                .batch(7);
        var plain = run.train();
        var weighted = run.with(given(1, 1)).train();
        assertThat(weighted.parameters()).containsExactly(plain.parameters());
        assertThat(curve(weighted, Split.TRAIN).loss())
                .containsExactly(curve(plain, Split.TRAIN).loss());
        for (int epoch = 0; epoch <= 5; epoch++) {
            // The weighted sum is taken example by example, the plain one over products: they round differently.
            assertThat(weighted.trajectory().objective()[epoch])
                    .isCloseTo(plain.trajectory().objective()[epoch], within(1e-15));
        }
    }

    @Test
    void aClassOfWeightZeroDoesNotPull() {
        // At z = 0: the one example of class 1 alone, (p - 1) x / 4 = -1/2 * 3 / 4, and -1/2 / 4 for the bias.
        var result =
                THREE_TO_ONE.with(given(0, 1)).with(new Optimizer.Sgd(1), 1).train();
        assertThat(result.parameters()).containsExactly(0.375, 0.125);
    }

    /** Identical inputs, 1 of 4 in class 1, weight w: the minimum of w y ln p + .. lies at p = w q / (w q + 1 - q) with q = 1/4. */
    @Test
    void weightsShiftTheFittedLogitByTheirLogarithm() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {0, 0, 0, 0}, 0, 0, 0, 1))
                .with(new Optimizer.Sgd(1), 2000);
        double plain = run.train().parameters()[1];
        double weighted = run.with(given(1, 6)).train().parameters()[1];
        assertThat(plain).isCloseTo(StrictMath.log(1.0 / 3), within(1e-12));
        assertThat(weighted - plain).isCloseTo(StrictMath.log(6), within(1e-12));
    }

    private static void assertRefused(TestRun run, String message) {
        assertThatThrownBy(run::train)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void balancedWeightsNeedEveryClass() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.line(3, new double[] {1, 2}, 0, 2));
        assertRefused(
                run.with(new ClassWeights.Balanced()),
                "balanced class weights need every class in the train split and '1' is absent; train on more examples,"
                        + " split stratified, or give the weights");
    }

    @Test
    void givenWeightsNameEveryClassAndNoOther() {
        assertRefused(
                THREE_TO_ONE.with(new ClassWeights.Given(ImmutableMap.of("0", 1.0))),
                "class_weights gives no weight to class '1'; the data's classes are [0, 1]");
        assertRefused(
                THREE_TO_ONE.with(new ClassWeights.Given(ImmutableMap.of("0", 1.0, "one", 1.0))),
                "class_weights names 'one', which is no class; the data's classes are [0, 1]");
    }

    @Test
    void aWeightMustBeFiniteAndNotNegative() {
        assertThatThrownBy(() -> given(-1, 1)).hasMessage("class weight of 0 must be finite and not negative: -1.0");
        assertThatThrownBy(() -> given(1, Double.NaN))
                .hasMessage("class weight of 1 must be finite and not negative: NaN");
    }
}
