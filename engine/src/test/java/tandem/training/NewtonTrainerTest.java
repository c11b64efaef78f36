package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestFits.OVERLAPPING;
import static tandem.training.TestFits.TEN;
import static tandem.training.TestFits.fit;
import static tandem.training.TestFits.gradientNorm;
import static tandem.training.TestFits.logistic;
import static tandem.training.TestResults.accuracy;
import static tandem.training.TestResults.curve;
import static tandem.training.TestResults.loss;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.data.LogitModel;
import tandem.training.data.Split;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Penalty;

/** Fits of {@link NewtonTrainer} against known ones. */
final class NewtonTrainerTest {
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

    private static void assertFits(
            LogitModel truth, int count, int seed, double[] parameters, double loss, double accuracy) {
        var examples = truth.drawAsR(count, seed).examples();
        var fit = fit(TestRun.of(ModelKind.LOGISTIC, TestData.of(2, examples)));
        assertThat(fit.parameters()[0]).isCloseTo(parameters[0], within(0.6e-7));
        assertThat(fit.parameters()[1]).isCloseTo(parameters[1], within(0.6e-7));
        assertThat(loss(fit)).isCloseTo(loss, within(0.6e-7));
        assertThat(accuracy(fit)).isEqualTo(accuracy);
    }

    /** R 4.2.2: glm(y ~ x, binomial). */
    @Test
    void theDrawnIllustrationsHaveTheirFits() {
        assertFits(new LogitModel(0.3, 0.5), 100, 845, new double[] {0.9545327, 0.4180130}, 0.6406795, 0.58);
        assertFits(new LogitModel(1, 0), 10_000, 1234, new double[] {0.9970862, -0.0304638}, 0.6549241, 0.6156);
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
}
