package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestFits.OVERLAPPING;
import static tandem.training.TestFits.TEN;
import static tandem.training.TestFits.fit;
import static tandem.training.TestFits.gradientNorm;
import static tandem.training.TestFits.logistic;
import static tandem.training.TestResults.loss;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.training.data.Examples;
import tandem.training.data.Split;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;

/** Where {@link NewtonTrainer} finds a minimum, and what it says where there is none. */
final class NewtonMinimumTest {
    private static void assertHasNoMinimum(TestRun run) {
        assertThatThrownBy(() -> fit(run))
                .isInstanceOf(NoMinimumException.class)
                .hasMessage("the loss has no minimum: the model separates classes of the train split, so larger weights"
                        + " are always better; give training.penalty.l2 a positive value, or train with sgd,"
                        + " momentum or adam for a number of epochs");
    }

    @Test
    void separableClassesHaveNoMinimum() {
        assertHasNoMinimum(logistic(new double[] {-1, 1}, 0, 1));
        assertHasNoMinimum(logistic(new double[] {-2, -1, 1, 5}, 1, 1, 0, 0));
        assertHasNoMinimum(TestRun.of(ModelKind.SOFTMAX, TestData.line(3, new double[] {-1, 0, 1}, 0, 1, 2)));
    }

    @Test
    void classesThatTouchInOnePointHaveNoMinimum() {
        assertHasNoMinimum(logistic(new double[] {-1, 0, 0, 1}, 0, 0, 1, 1));
    }

    @Test
    void oneClassSeparableFromTheOthersHasNoMinimum() {
        assertHasNoMinimum(TestRun.of(ModelKind.SOFTMAX, TEN));
    }

    @Test
    void anAbsentClassHasNoMinimum() {
        assertHasNoMinimum(logistic(new double[] {-1, 0, 1}, 1, 1, 1));
        assertHasNoMinimum(TestRun.of(ModelKind.SOFTMAX, TestData.line(3, new double[] {-1, 0, 1, 0.5}, 0, 1, 0, 1)));
    }

    @Test
    void aClassOfWeightZeroHasNoMinimum() {
        var weights = new ClassWeights.Given(ImmutableMap.of("0", 0.0, "1", 1.0));
        assertHasNoMinimum(
                logistic(new double[] {-1, -0.3, 0, 0.9, 1}, 0, 0, 1, 0, 1).with(weights));
    }

    /** Minimise ln(1 + e^-a) + l2 a^2: the slope solves sigmoid(-a) = 2 l2 a, whatever the penalty. */
    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1, 1e-2, 1e-5, 1e-8, 1e-12})
    void aPenaltyGivesSeparableClassesAMinimum(double l2) {
        var run = logistic(new double[] {-1, 1}, 0, 1).with(new Penalty(l2, 0, false));
        double slope = fit(run).parameters()[0];
        assertThat(1 / (1 + StrictMath.exp(slope)) / (2 * l2 * slope)).isCloseTo(1, within(1e-6));
    }

    /** x, and twice x: with each feature in units of its root mean square both carry half of the logit. */
    @Test
    void collinearFeaturesShareTheLogit() {
        double[] x = {-1, -0.3, 0, 0.9, 1};
        double[] both = new double[10];
        for (int i = 0; i < x.length; i++) {
            both[2 * i] = x[i];
            both[2 * i + 1] = 2 * x[i];
        }
        var data = TestData.of(2, new Examples(2, both, new int[] {0, 0, 1, 0, 1}));
        double[] parameters = fit(TestRun.of(ModelKind.LOGISTIC, data)).parameters();
        assertThat(parameters[0]).isCloseTo(1.2680508990 / 2, within(1e-9));
        assertThat(parameters[1]).isCloseTo(1.2680508990 / 4, within(1e-9));
        assertThat(parameters[2]).isCloseTo(-0.6542742770, within(1e-9));
    }

    @Test
    void aFeatureThatIsAlwaysZeroGetsNoWeight() {
        var data = TestData.of(
                2, new Examples(2, new double[] {-1, 0, -0.3, 0, 0, 0, 0.9, 0, 1, 0}, new int[] {0, 0, 1, 0, 1}));
        double[] parameters = fit(TestRun.of(ModelKind.LOGISTIC, data)).parameters();
        assertThat(parameters[0]).isCloseTo(1.2680508990, within(1e-9));
        assertThat(parameters[1]).isCloseTo(0, within(1e-15));
    }

    /** The logit does not depend on the units of a feature. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-8, 1e8, 1e100})
    void theFitDoesNotDependOnUnits(double unit) {
        double[] x = Arrays.stream(new double[] {-1, -0.3, 0, 0.9, 1})
                .map(v -> v * unit)
                .toArray();
        var fit = fit(logistic(x, 0, 0, 1, 0, 1));
        assertThat(fit.parameters()[0] * unit).isCloseTo(1.2680508990, within(1e-9));
        assertThat(loss(fit)).isCloseTo(0.5824081759, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"3, -2", "10, 0", "-10, 5", "-40, 30", "60, 30", "-100, 30"})
    void theFitDoesNotDependOnItsStart(double slope, double intercept) {
        var run = logistic(new double[] {-1, -0.3, 0, 0.9, 1}, 0, 0, 1, 0, 1).from(new Start.Line(slope, intercept));
        var fit = fit(run);
        assertThat(fit.parameters()[0]).isCloseTo(1.2680508990, within(1e-9));
        assertThat(fit.parameters()[1]).isCloseTo(-0.6542742770, within(1e-9));
    }

    /** So far out that nearly every p (1 - p) is 0 in double: the Hessian there says nothing of the minimum. */
    @ParameterizedTest
    @CsvSource({"100, 0", "100, 50", "100, -50", "300, -150", "1000, 10", "5, -1000", "1e5, 3e4"})
    void aStartWithoutCurvatureIsNoFit(double slope, double intercept) {
        var run = logistic(new double[] {-1, -0.3, 0, 0.9, 1}, 0, 0, 1, 0, 1).from(new Start.Line(slope, intercept));
        assertThat(fit(run).parameters()[0]).isCloseTo(1.2680508990, within(1e-9));
    }

    @Test
    void aFarStartOfASoftmaxModelIsNoFit() {
        for (int seed = 0; seed < 20; seed++) {
            var run = TestRun.of(ModelKind.SOFTMAX, OVERLAPPING).fromRandom(100, seed);
            assertThat(gradientNorm(run, fit(run))).isLessThanOrEqualTo(1e-10);
        }
    }

    /** Spread 0.8 about a million: far from the bias's constant all the same. The intercept's digits go into the product 1e6 * slope. */
    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e6, 1e7})
    void aFeatureFarFromItsOriginIsNotTakenForAConstant(double origin) {
        double[] x = {origin - 1, origin - 0.25, origin, origin + 0.875, origin + 1};
        double[] parameters = fit(logistic(x, 0, 0, 1, 0, 1)).parameters();
        double[] near = fit(logistic(new double[] {-1, -0.25, 0, 0.875, 1}, 0, 0, 1, 0, 1))
                .parameters();
        assertThat(parameters[0]).isCloseTo(near[0], within(1e-6));
        assertThat(parameters[0] * origin + parameters[1]).isCloseTo(near[1], within(1e-6));
    }

    /** x + 1000: the slope stays, the intercept moves by 1000 slopes; conditioning costs (1000 / 0.77)^2 of the 16 digits. */
    @Test
    void theFitDoesNotDependOnTheOriginOfAFeature() {
        double[] x = Arrays.stream(new double[] {-1, -0.3, 0, 0.9, 1})
                .map(v -> v + 1000)
                .toArray();
        var fit = fit(logistic(x, 0, 0, 1, 0, 1));
        assertThat(fit.parameters()[0]).isCloseTo(1.2680508990, within(1e-9));
        assertThat(fit.parameters()[1] + 1000 * fit.parameters()[0]).isCloseTo(-0.6542742770, within(1e-6));
    }

    /** Overlap by a hair: the slope is large and finite. Of the six points four at -1 and 1, two at gap and -gap of the wrong classes. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 1e-8})
    void classesThatOverlapByAHairHaveAMinimum(double gap) {
        var run = logistic(new double[] {-1, -1, gap, -gap, 1, 1}, 0, 0, 0, 1, 1, 1);
        double slope = fit(run).parameters()[0];
        // d/da of 2 ln(1 + e^-a) + ln(1 + e^(gap a)), halved: 2 sigmoid(-a) = gap sigmoid(gap a).
        double pull = 2 / (1 + StrictMath.exp(slope));
        double hold = gap / (1 + StrictMath.exp(-gap * slope));
        assertThat(pull / hold).isCloseTo(1, within(1e-6));
    }

    @Test
    void tooFewIterationsSaySo() {
        var run = logistic(new double[] {-1, -0.3, 0, 0.9, 1}, 0, 0, 1, 0, 1).with(new Optimizer.Newton(), 2);
        assertThatThrownBy(() -> NewtonTrainer.train(run.input()))
                .isInstanceOf(NoMinimumException.class)
                .hasMessage("newton has not reached the minimum in 2 iterations; raise training.epochs or give"
                        + " training.penalty.l2 a positive value");
    }

    @Test
    void hiddenLayersAreRefused() {
        var run = TestRun.of(ModelKind.MLP, OVERLAPPING).hidden(Activation.TANH, 2);
        assertThatThrownBy(() -> fit(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("newton fits logistic and softmax regression only");
    }

    /** The second feature is the first but for a ten-millionth: the fit of least norm, not a search without end. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-5, 1.5e-6, 1e-6, 1e-7, 1e-9, 1e-12})
    void nearlyCollinearFeaturesAreFitted(double difference) {
        var source = TestData.gaussian(4, 2, 90, 1, 14).train();
        double[] features = new double[180];
        int[] labels = new int[90];
        for (int i = 0; i < 90; i++) {
            features[2 * i] = source.features()[4 * i];
            features[2 * i + 1] = features[2 * i] + difference * source.features()[4 * i + 1];
            labels[i] = i % 3 == 0 ? 1 : source.labels()[i];
        }
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.of(2, new Examples(2, features, labels)));
        assertThat(gradientNorm(run, fit(run))).isLessThanOrEqualTo(1e-6);
    }

    @Test
    void anAbsentClassUnderAPenaltyThatLeavesTheBiasesFreeIsNamed() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.line(3, new double[] {-1, 0, 1, 0.5}, 0, 1, 0, 1));
        assertThatThrownBy(() -> fit(run.with(new Penalty(0.01, 0, false))))
                .isInstanceOf(NoMinimumException.class)
                .hasMessageContaining("a class is absent from the train split")
                .hasMessageContaining("training.penalty.bias");
        assertThat(fit(run.with(new Penalty(0.01, 0, true))).trajectory().divergedEpoch())
                .isEmpty();
    }

    @Test
    void aStartWithoutAFiniteLossIsReplacedByZero() {
        var run = logistic(new double[] {-1, -0.3, 0, 0.9, 1}, 0, 0, 1, 0, 1).from(new Start.Line(1e308, 1e308));
        var result = fit(run);
        assertThat(result.trajectory().divergedEpoch()).isEmpty();
        assertThat(TestResults.curve(result, Split.TRAIN).loss()[0]).isEqualTo(StrictMath.log(2), within(1e-15));
        assertThat(result.parameters()[0]).isCloseTo(1.2680508990, within(1e-9));
    }
}
