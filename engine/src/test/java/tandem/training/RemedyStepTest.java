package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.assertSameBits;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Schedule;

/**
 * Steps with remedies against numpy, with {@code x = [1, -2, .5]; y = [1, 0, 0]; g = lambda w: np.mean((1/(1+np.exp(-w*x))-y)*x)}, from
 * {@code w = .5}.
 */
final class RemedyStepTest {
    private static final Offset<Double> ROUNDING = within(4e-16);
    private static final Optimizer SGD = new Optimizer.Sgd(0.8);

    private static TestRun three() {
        return TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1, -2, 0.5}, 1, 0, 0))
                .withoutBias()
                .from(0.5);
    }

    private static void assertWeights(TestRun run, Optimizer optimizer, double... expected) {
        for (int steps = 1; steps <= expected.length; steps++) {
            assertThat(run.with(optimizer, steps).train().parameters()[0]).isCloseTo(expected[steps - 1], ROUNDING);
        }
    }

    /** {@code d = g(w); b = .9*b + d; w -= .8*(d + .9*b)}. */
    @Test
    void nesterovFollowsNumpy() {
        assertWeights(
                three(), new Optimizer.Nesterov(0.8, 0.9), 0.8213965322882533, 1.1251115423673657, 1.3788754023756291);
    }

    /** {@code v = .9*v + .1*d*d; w -= .1*d/np.sqrt(v+.01)}. */
    @Test
    void rmsPropInTheFormOfKerasFollowsNumpy() {
        assertWeights(
                three(),
                new Optimizer.RmsProp(0.1, 0.9, 0.01, AdamForm.KERAS),
                0.6757720388192905,
                0.7948379186497364,
                0.8843647265450629);
    }

    /** {@code v = .9*v + .1*d*d; w -= .1*d/(np.sqrt(v)+.01)}. */
    @Test
    void rmsPropInTheFormOfPyTorchFollowsNumpy() {
        assertWeights(
                three(),
                new Optimizer.RmsProp(0.1, 0.9, 0.01, AdamForm.PYTORCH),
                0.7750869921995267,
                0.9204025926560085,
                1.0189016655660914);
    }

    /** {@code d = g(w); w *= 1 - .1*.5; w -= .1*np.sqrt(1-.99**t)/(1-.9**t)*m/(np.sqrt(v)+.01)}, m and v as in Adam. */
    @Test
    void adamWFollowsNumpy() {
        var adam = new Optimizer.Adam(0.1, 0.9, 0.99, 0.01, AdamForm.KERAS);
        assertWeights(
                three(),
                new Optimizer.AdamW(adam, 0.5, false),
                0.5428916110210443,
                0.5897686241895339,
                0.6369042985143138);
    }

    @Test
    void adamWWithoutDecayIsAdam() {
        var adam = new Optimizer.Adam(0.1, 0.9, 0.99, 0.01, AdamForm.KERAS);
        assertSameBits(
                three().with(adam, 5).train(),
                three().with(new Optimizer.AdamW(adam, 0, true), 5).train());
    }

    @Test
    void decayLeavesBiasesAloneUnlessToldNot() {
        // x = 0 leaves the weight without gradient, balanced labels at b = 0 the bias: what moves is decay, 1 - 0.1 *
        // 0.5 a step.
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {0}, 1))
                .from(2, 3);
        var still = new Optimizer.Adam(0.1, 0.9, 0.99, 1e9, AdamForm.KERAS);
        double[] free =
                run.with(new Optimizer.AdamW(still, 0.5, false), 1).train().parameters();
        double[] bound =
                run.with(new Optimizer.AdamW(still, 0.5, true), 1).train().parameters();
        assertThat(free[0]).isEqualTo(2 * 0.95);
        assertThat(free[1]).isCloseTo(3, within(1e-9));
        assertThat(bound[1]).isCloseTo(3 * 0.95, within(1e-9));
    }

    /** {@code share = .5**((e-1)//2); w -= .8*share*g(w)} over epochs e = 1, 2, ... */
    @Test
    void aStepScheduleFollowsNumpy() {
        assertWeights(
                three().with(new Schedule.Step(2, 0.5)),
                SGD,
                0.6691560696253964,
                0.792576051430053,
                0.8396230079850348,
                0.8815277794873568);
    }

    /** {@code share = .1+.9*(1+np.cos(np.pi*(e-1)/4))/2; w -= .8*share*g(w)} for e = 1..4. */
    @Test
    void aCosineScheduleFollowsNumpy() {
        double end = three().with(new Schedule.Cosine(0.1)).with(SGD, 4).train().parameters()[0];
        assertThat(end).isCloseTo(0.8499807741279093, ROUNDING);
    }

    /** PyTorch's CosineAnnealingLR by its documentation: {@code eta_min + (eta - eta_min)(1 + cos(pi t / T_max)) / 2} at t = e - 1. */
    @Test
    void aCosineIsHalfWayDownInTheMiddle() {
        var cosine = new Schedule.Cosine(0.2);
        assertThat(cosine.share(1, 10)).isEqualTo(1);
        assertThat(cosine.share(6, 10)).isCloseTo(0.6, within(1e-16));
        assertThat(cosine.share(11, 10)).isCloseTo(0.2, within(1e-16));
    }

    @Test
    void aStepOfFactorOneAndACosineToOneAreConstant() {
        var adam = new Optimizer.Adam(0.1, 0.9, 0.99, 0.01, AdamForm.KERAS);
        var plain = three().with(adam, 7).train();
        assertSameBits(
                plain, three().with(adam, 7).with(new Schedule.Step(1, 1)).train());
        assertSameBits(plain, three().with(adam, 7).with(new Schedule.Cosine(1)).train());
    }

    /** {@code w -= .8*g(w); a = w if first else .75*a + .25*w}. */
    @Test
    void anAverageBeginsAtTheFirstStepsOutcome() {
        assertWeights(
                three().with(new Average.Exponential(0.75)),
                SGD,
                0.6691560696253964,
                0.7000110650765606,
                0.7466757899424246);
    }

    @Test
    void anAverageThatKeepsNothingIsNone() {
        assertSameBits(
                three().with(SGD, 5).train(),
                three().with(SGD, 5).with(new Average.Exponential(0)).train());
    }

    /**
     * Science F12: on nine examples of class 1 and one of class 0, all with x = 1, clipping each dCE/dz at c has the fixed point
     * {@code 9 min(1 - p, c) = min(p, c)}: 9 (1 - p) = c, so p = 1 - c / 9 (1 - p is below c there and p above).
     */
    @ParameterizedTest
    @CsvSource({"0.5, .94444, .34048", "0.3, .96667, .37063", "0.1, .98889, .46004"})
    void clippingSingleExamplesMovesTheFixedPoint(double bound, double share, double loss) {
        double[] x = new double[10];
        Arrays.fill(x, 1);
        var result = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, x, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0))
                .withoutBias()
                .from(0.0)
                .with(new Clip.PerExample(bound))
                .with(new Optimizer.Sgd(10), 3000)
                .train();
        double p = 1 / (1 + StrictMath.exp(-result.parameters()[0]));
        double fixed = 1 - bound / 9;
        assertThat(p).isCloseTo(fixed, within(1e-9)).isCloseTo(share, within(5e-6));
        double entropy = -0.9 * StrictMath.log(fixed) - 0.1 * StrictMath.log(1 - fixed);
        assertThat(TestResults.loss(result)).isCloseTo(entropy, within(1e-9)).isCloseTo(loss, within(5e-6));
    }

    @Test
    void aBoundThatNoExampleReachesChangesNothingButRounding() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(3, 3, 40, 10, 2))
                .with(SGD, 20);
        double[] free = run.train().parameters();
        double[] bound = run.with(new Clip.PerExample(1e6)).train().parameters();
        for (int i = 0; i < free.length; i++) {
            assertThat(bound[i]).isCloseTo(free[i], within(1e-12));
        }
    }

    /** One example has probability p on its class; flooding at level b has its fixed point at the loss b, which it does not leave. */
    @Test
    void floodingKeepsTheLossNearItsLevel() {
        var result = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias()
                .with(new Loss.Flooding(0.2))
                .with(new Optimizer.Sgd(0.01), 2000)
                .train();
        // a step changes z by 0.01 * (1 - p) and the loss by (1 - p) times that: below 0.01
        assertThat(TestResults.loss(result)).isCloseTo(0.2, within(0.01));
        assertThat(result.trajectory().objective()[2000]).isGreaterThanOrEqualTo(0.2);
    }

    @Test
    void aThresholdTurnsDecisionsAtItsProbability() {
        // p = 1 / (1 + exp(-z)) with z = ln 3: 0.75
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias()
                .from(StrictMath.log(3));
        assertThat(TestResults.correct(run.threshold(0.74).train())).isEqualTo(1);
        assertThat(TestResults.correct(run.threshold(0.76).train())).isZero();
        double[] z = {StrictMath.log(3)};
        assertThat(ExampleStates.ofOneLogit(z, new int[] {1}, 0.74).predictions())
                .containsExactly(1);
        assertThat(ExampleStates.ofOneLogit(z, new int[] {1}, 0.76).predictions())
                .containsExactly(0);
    }
}
