package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.accuracy;
import static tandem.training.TestResults.curve;
import static tandem.training.TestResults.loss;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.training.data.Examples;
import tandem.training.data.LogitModel;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;

final class NewtonTrainerTest {
    /** Not separable: every fit has a minimum. */
    private static final PreparedData OVERLAPPING = TestData.gaussian(4, 3, 90, 30, 14);

    /** Ten points of three classes; class 1 can be separated from the others. */
    private static final PreparedData TEN = TestData.of(
            3,
            new Examples(
                    2,
                    new double[] {
                        0.5, -1.2, 1.5, 0.3, -0.7, 0.8, 0.1, 0.4, 2.0, -0.5, -1.1, -0.9, 0.9, 1.7, -0.3, -1.5, 1.2, 0.6,
                        -1.8, 1.1
                    },
                    new int[] {0, 1, 2, 0, 1, 2, 1, 0, 2, 0}));

    private static TestRun logistic(double[] x, int... y) {
        return TestRun.of(ModelKind.LOGISTIC, TestData.line(2, x, y));
    }

    private static RunResult fit(TestRun run) {
        return NewtonTrainer.train(run.with(new Optimizer.Newton(), 100).input());
    }

    /** Norm of the gradient of objective plus penalty at the fit, from the packs' own record of a step. */
    private static double gradientNorm(TestRun run, RunResult fit) {
        var step = run.from(fit.parameters()).with(new Optimizer.Sgd(1e-300), 1).train();
        return step.trajectory().gradientNorm()[1];
    }

    @Test
    void theFirstIllustrationHasItsFit() {
        var fit = fit(logistic(new double[] {-1, -0.3, 0, 0.9, 1}, 0, 0, 1, 0, 1));
        double slope = fit.parameters()[0];
        double intercept = fit.parameters()[1];
        assertThat(slope).isCloseTo(1.2680508990, within(0.6e-10));
        assertThat(intercept).isCloseTo(-0.6542742770, within(0.6e-10));
        assertThat(-intercept / slope).isCloseTo(0.5159684659, within(0.6e-10));
        assertThat(loss(fit)).isCloseTo(0.5824081759, within(0.6e-10));
        assertThat(accuracy(fit)).isEqualTo(0.6);
    }

    /** R 4.2.2: glm(y ~ x, binomial). */
    @ParameterizedTest
    @CsvSource({
        "0.3, 0.5, 100, 845, 0.9545327, 0.4180130, 0.6406795, 0.58",
        "1, 0, 10000, 1234, 0.9970862, -0.0304638, 0.6549241, 0.6156"
    })
    void theDrawnIllustrationsHaveTheirFits(
            double trueSlope,
            double trueIntercept,
            int count,
            int seed,
            double slope,
            double intercept,
            double loss,
            double accuracy) {
        var examples =
                new LogitModel(trueSlope, trueIntercept).drawAsR(count, seed).examples();
        var fit = fit(TestRun.of(ModelKind.LOGISTIC, TestData.of(2, examples)));
        assertThat(fit.parameters()[0]).isCloseTo(slope, within(0.6e-7));
        assertThat(fit.parameters()[1]).isCloseTo(intercept, within(0.6e-7));
        assertThat(loss(fit)).isCloseTo(loss, within(0.6e-7));
        assertThat(accuracy(fit)).isEqualTo(accuracy);
    }

    @Test
    void theGradientVanishesAtTheFit() {
        var two = TestData.gaussian(3, 2, 60, 20, 15);
        for (var run : List.of(
                TestRun.of(ModelKind.LOGISTIC, two),
                TestRun.of(ModelKind.LOGISTIC, two).withoutBias(),
                TestRun.of(ModelKind.SOFTMAX, OVERLAPPING),
                TestRun.of(ModelKind.SOFTMAX, OVERLAPPING).withoutBias())) {
            for (var penalty : List.of(Penalty.NONE, new Penalty(0.1, 0, false), new Penalty(10, 0, true))) {
                for (var weights : List.of(new ClassWeights.None(), new ClassWeights.Balanced())) {
                    var changed = run.with(penalty).with(weights);
                    assertThat(gradientNorm(changed, fit(changed))).isLessThanOrEqualTo(1e-10);
                }
            }
        }
    }

    @Test
    void noStepOutOfTheFitLowersTheObjective() {
        var run = TestRun.of(ModelKind.SOFTMAX, OVERLAPPING).with(new Penalty(0.01, 0, false));
        double[] fitted = fit(run).parameters();
        double least = TestResults.objectiveAndPenalty(run.from(fitted).train());
        for (int i = 0; i < fitted.length; i++) {
            for (double h : new double[] {-1e-3, 1e-3}) {
                double[] moved = fitted.clone();
                moved[i] += h;
                assertThat(TestResults.objectiveAndPenalty(run.from(moved).train()))
                        .isGreaterThan(least);
            }
        }
    }

    @Test
    void softmaxOfTwoClassesFitsTheLogitOfTheLogisticModel() {
        var data = TestData.gaussian(2, 2, 60, 20, 15);
        double[] logistic = fit(TestRun.of(ModelKind.LOGISTIC, data)).parameters();
        double[] softmax = fit(TestRun.of(ModelKind.SOFTMAX, data)).parameters();
        // Weights [class][feature], then biases; of least norm, so the classes share each logit half and half.
        assertThat(softmax[2] - softmax[0]).isCloseTo(logistic[0], within(1e-9));
        assertThat(softmax[3] - softmax[1]).isCloseTo(logistic[1], within(1e-9));
        assertThat(softmax[5] - softmax[4]).isCloseTo(logistic[2], within(1e-9));
        assertThat(softmax[0] + softmax[2]).isCloseTo(0, within(1e-9));
    }

    /** numpy: Newton on the same objective with a numerical Hessian and lstsq, gradient below 3e-17. */
    @Test
    void aPenalizedFitIsThatOfNumpy() {
        var run = TestRun.of(ModelKind.SOFTMAX, TEN).with(new Penalty(0.05, 0, false));
        var fit = fit(run);
        double[] byRow = {
            -0.55653251,
            -0.37427081,
            0.47826737,
            0.93175686,
            0.37020065,
            -0.70490187,
            -0.37522436,
            0.00407016,
            0.2266345
        };
        assertMatchesRows(fit.parameters(), byRow);
        assertThat(loss(fit)).isCloseTo(0.7304251221609299, within(1e-9));
        int last = fit.trajectory().length() - 1;
        assertThat(fit.trajectory().penalty()[last]).isCloseTo(0.07979181586055478, within(1e-9));
    }

    /** As above with class weights 1, 2, 0.5 and a penalised bias. */
    @Test
    void aWeightedFitWithPenalizedBiasIsThatOfNumpy() {
        var weights = new ClassWeights.Given(ImmutableMap.of("0", 1.0, "1", 2.0, "2", 0.5));
        var fit = fit(TestRun.of(ModelKind.SOFTMAX, TEN)
                .with(new Penalty(0.05, 0, true))
                .with(weights));
        double[] byRow = {
            -0.65409494,
            -0.42371379,
            0.43130116,
            1.01727729,
            0.45431074,
            -0.18869895,
            -0.36318235,
            -0.03059694,
            -0.24260221
        };
        assertMatchesRows(fit.parameters(), byRow);
        assertThat(loss(fit)).isCloseTo(0.7860654090301168, within(1e-9));
        assertThat(TestResults.objectiveAndPenalty(fit)).isCloseTo(0.7013292544255826, within(1e-9));
    }

    /** Rows of numpy are (weight, weight, bias) of a class; ours are all weights, then all biases. The sum of unpenalised biases is free. */
    private static void assertMatchesRows(double[] parameters, double[] rows) {
        for (int c = 0; c < 3; c++) {
            assertThat(parameters[2 * c]).isCloseTo(rows[3 * c], within(1e-8));
            assertThat(parameters[2 * c + 1]).isCloseTo(rows[3 * c + 1], within(1e-8));
            assertThat(parameters[6 + c] - parameters[6]).isCloseTo(rows[3 * c + 2] - rows[2], within(2e-8));
        }
    }

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

    /** lambda = 1e4 with a free bias: the prior. */
    @Test
    void anOverwhelmingPenaltyLeavesThePrior() {
        double ones =
                Arrays.stream(OVERLAPPING.train().labels()).filter(l -> l == 1).count() / 90.0;
        var run = TestRun.of(ModelKind.SOFTMAX, OVERLAPPING).with(new Penalty(1e4, 0, false));
        double rest = (1 - ones - prior(0));
        double entropy =
                -prior(0) * StrictMath.log(prior(0)) - ones * StrictMath.log(ones) - rest * StrictMath.log(rest);
        assertThat(loss(fit(run))).isCloseTo(entropy, within(1e-4));
        var penalized = run.with(new Penalty(1e4, 0, true));
        assertThat(loss(fit(penalized))).isCloseTo(StrictMath.log(3), within(1e-4));
    }

    private static double prior(int label) {
        return Arrays.stream(OVERLAPPING.train().labels())
                        .filter(l -> l == label)
                        .count()
                / 90.0;
    }

    @Test
    void theTrajectoryFallsFromTheStartToTheMinimumOnEverySplit() {
        var fit = fit(TestRun.of(ModelKind.SOFTMAX, OVERLAPPING));
        double[] objective = fit.trajectory().objective();
        assertThat(objective[0]).isCloseTo(StrictMath.log(3), within(1e-15));
        assertThat(objective.length).isBetween(4, 15);
        for (int i = 1; i < objective.length; i++) {
            assertThat(objective[i]).isLessThanOrEqualTo(objective[i - 1] + 1e-15);
        }
        assertThat(curve(fit, Split.VALIDATION).loss()).hasSameSizeAs(objective);
        assertThat(fit.trajectory().divergedEpoch()).isEmpty();
        var reread = TestRun.of(ModelKind.SOFTMAX, OVERLAPPING)
                .from(fit.parameters())
                .train();
        assertThat(loss(reread)).isEqualTo(loss(fit));
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
}
