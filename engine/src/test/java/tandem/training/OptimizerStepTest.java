package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tandem.training.data.Examples;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Penalty;

/** Steps of each optimizer against numbers worked by hand or by numpy. */
final class OptimizerStepTest {
    private static final Offset<Double> ROUNDING = within(4e-16);

    /** One example x = 1 of class 1 and w = 0: p = 1/2, so the first gradient is p - 1 = -1/2. */
    private static TestRun half() {
        return TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias();
    }

    /** x = (1, -2, 0.5), y = (1, 0, 0), starting at w = 0.5; see the numpy lines at each test. */
    private static TestRun three() {
        return TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1, -2, 0.5}, 1, 0, 0))
                .withoutBias()
                .from(0.5);
    }

    private static double weight(TestRun run) {
        return run.train().parameters()[0];
    }

    @Test
    void gradientDescentStepsByRateTimesGradient() {
        // 0 + 0.1 * 1/2
        assertThat(weight(half().with(new Optimizer.Sgd(0.1), 1))).isEqualTo(0.05);
    }

    /** {@code g = lambda w: np.mean((1/(1+np.exp(-w*x))-y)*x); w -= 0.8*g(w)}. */
    @Test
    void gradientDescentFollowsNumpy() {
        var run = three();
        assertThat(weight(run.with(new Optimizer.Sgd(0.8), 1))).isCloseTo(0.6691560696253964, ROUNDING);
        assertThat(weight(run.with(new Optimizer.Sgd(0.8), 2))).isCloseTo(0.792576051430053, ROUNDING);
        assertThat(weight(run.with(new Optimizer.Sgd(0.8), 3))).isCloseTo(0.8866699645400165, ROUNDING);
    }

    @Test
    void momentumStartsAsGradientDescent() {
        assertThat(weight(half().with(new Optimizer.Momentum(0.1, 0.9), 1))).isEqualTo(0.05);
    }

    /** {@code b = 0.9*b + g(w); w -= 0.8*b}: PyTorch's SGD with momentum and no dampening. */
    @Test
    void momentumFollowsNumpy() {
        var run = three();
        assertThat(weight(run.with(new Optimizer.Momentum(0.8, 0.9), 1))).isCloseTo(0.6691560696253964, ROUNDING);
        assertThat(weight(run.with(new Optimizer.Momentum(0.8, 0.9), 2))).isCloseTo(0.9448165140929098, ROUNDING);
        assertThat(weight(run.with(new Optimizer.Momentum(0.8, 0.9), 3))).isCloseTo(1.255450724970621, ROUNDING);
    }

    @Test
    void noMomentumIsGradientDescent() {
        var run = three();
        assertThat(weight(run.with(new Optimizer.Momentum(0.8, 0), 5)))
                .isEqualTo(weight(run.with(new Optimizer.Sgd(0.8), 5)));
    }

    /**
     * m = 0.1 g, v = 0.25 g^2, c1 = 0.1, c2 = 0.25 with g = -1/2, so sqrt(v) = 1/4, sqrt(c2) = 1/2. Keras divides sqrt(v) + epsilon:
     * 0.3 * (0.5 / 0.1) * 0.05 / (0.25 + 0.5) = 0.1; PyTorch divides sqrt(v / c2) + epsilon: 0.3 * 0.5 / (0.5 + 0.5) = 0.15.
     */
    @Test
    void theFormsOfAdamPutEpsilonInDifferentPlaces() {
        assertThat(weight(half().with(new Optimizer.Adam(0.3, 0.9, 0.75, 0.5, AdamForm.KERAS), 1)))
                .isCloseTo(0.1, ROUNDING);
        assertThat(weight(half().with(new Optimizer.Adam(0.3, 0.9, 0.75, 0.5, AdamForm.PYTORCH), 1)))
                .isCloseTo(0.15, ROUNDING);
    }

    /** {@code w -= 0.1*np.sqrt(1-b2**t)/(1-b1**t)*m/(np.sqrt(v)+0.01)} with b1 = 0.9, b2 = 0.99. */
    @Test
    void adamInTheFormOfKerasFollowsNumpy() {
        var run = three();
        var adam = new Optimizer.Adam(0.1, 0.9, 0.99, 0.01, AdamForm.KERAS);
        assertThat(weight(run.with(adam, 1))).isCloseTo(0.5678916110210444, ROUNDING);
        assertThat(weight(run.with(adam, 2))).isCloseTo(0.6413609691062547, ROUNDING);
        assertThat(weight(run.with(adam, 3))).isCloseTo(0.7167566158297382, ROUNDING);
    }

    /** {@code w -= 0.1*(m/(1-b1**t))/(np.sqrt(v/(1-b2**t))+0.01)} with b1 = 0.9, b2 = 0.99. */
    @Test
    void adamInTheFormOfPyTorchFollowsNumpy() {
        var run = three();
        var adam = new Optimizer.Adam(0.1, 0.9, 0.99, 0.01, AdamForm.PYTORCH);
        assertThat(weight(run.with(adam, 1))).isCloseTo(0.5954842077853069, ROUNDING);
        assertThat(weight(run.with(adam, 2))).isCloseTo(0.6898869779106135, ROUNDING);
        assertThat(weight(run.with(adam, 3))).isCloseTo(0.7826068831535867, ROUNDING);
    }

    @Test
    void theFormsOfAdamAgreeWhereEpsilonIsNothing() {
        var run = three();
        for (int epochs = 1; epochs <= 20; epochs++) {
            double keras = weight(run.with(new Optimizer.Adam(0.01, 0.9, 0.999, 1e-300, AdamForm.KERAS), epochs));
            double pytorch = weight(run.with(new Optimizer.Adam(0.01, 0.9, 0.999, 1e-300, AdamForm.PYTORCH), epochs));
            assertThat(keras).isEqualTo(pytorch);
        }
    }

    @Test
    void kerasAtStepOneIsPyTorchWithALargerEpsilon() {
        // sqrt(v) + e = sqrt(c2) (sqrt(v / c2) + e / sqrt(c2)), and c2 = 1 - 0.75 = 1/4: e of Keras acts as 2 e of
        // PyTorch.
        double keras = weight(three().with(new Optimizer.Adam(0.3, 0.9, 0.75, 0.25, AdamForm.KERAS), 1));
        double pytorch = weight(three().with(new Optimizer.Adam(0.3, 0.9, 0.75, 0.5, AdamForm.PYTORCH), 1));
        assertThat(keras).isCloseTo(pytorch, ROUNDING);
    }

    /** One example (3, 4) of class 1 at w = 0: the gradient is -1/2 (3, 4), its norm 2.5. */
    private static TestRun threeFour() {
        return TestRun.of(ModelKind.LOGISTIC, TestData.of(2, new Examples(2, new double[] {3, 4}, new int[] {1})))
                .withoutBias()
                .with(new Optimizer.Sgd(1), 1);
    }

    @Test
    void aLongGradientIsClippedToItsBoundInItsDirection() {
        var result = threeFour().with(new Clip.ByNorm(1)).train();
        assertThat(result.parameters()[0]).isCloseTo(0.6, ROUNDING);
        assertThat(result.parameters()[1]).isCloseTo(0.8, ROUNDING);
        assertThat(result.trajectory().gradientNorm()).containsExactly(0, 2.5);
    }

    @Test
    void aShortGradientIsNotClipped() {
        double[] free = threeFour().train().parameters();
        assertThat(threeFour().with(new Clip.ByNorm(2.5)).train().parameters()).containsExactly(free);
        assertThat(threeFour().with(new Clip.ByNorm(7)).train().parameters()).containsExactly(free);
        assertThat(threeFour().with(new Clip.ByValue(2)).train().parameters()).containsExactly(free);
        assertThat(free).containsExactly(1.5, 2);
    }

    @Test
    void clippingByValueTurnsTheGradient() {
        var result = threeFour().with(new Clip.ByValue(1.75)).train();
        assertThat(result.parameters()).containsExactly(1.5, 1.75);
        assertThat(result.trajectory().gradientNorm()).containsExactly(0, 2.5);
    }

    @Test
    void clippingByValueBoundsBothSides() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.of(2, new Examples(2, new double[] {3, -4}, new int[] {1})))
                .withoutBias()
                .with(new Optimizer.Sgd(1), 1);
        assertThat(run.with(new Clip.ByValue(1)).train().parameters()).containsExactly(1, -1);
    }

    /** Features 0 leave the penalty's gradient alone: 2 * 1/2 * (3, 4), of norm 5. */
    @Test
    void thePenaltyIsClippedWithTheRest() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.of(2, new Examples(2, new double[] {0, 0}, new int[] {1})))
                .withoutBias()
                .from(3.0, 4.0)
                .with(new Penalty(0.5, 0, false))
                .with(new Optimizer.Sgd(1), 1);
        var result = run.with(new Clip.ByNorm(1)).train();
        assertThat(result.parameters()[0]).isCloseTo(2.4, ROUNDING);
        assertThat(result.parameters()[1]).isCloseTo(3.2, ROUNDING);
        assertThat(result.trajectory().gradientNorm()[1]).isEqualTo(5);
        // 1/2 (9 + 16) before the step.
        assertThat(result.trajectory().penalty()[0]).isEqualTo(12.5);
    }

    /** Step of l1 sign(w), with nothing at 0; the bias moves by the data's 1/2 alone or by l1 too. */
    @Test
    void theAbsolutePenaltyPullsByASignThatIsNothingAtZero() {
        var examples = new Examples(3, new double[] {0, 0, 0}, new int[] {1});
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.of(2, examples)).from(2.0, -2.0, 0.0, 0.0);
        var spared = run.with(new Penalty(0, 0.25, false))
                .with(new Optimizer.Sgd(1), 2)
                .train();
        assertThat(spared.parameters()).startsWith(1.5, -1.5, 0);
        assertThat(spared.trajectory().penalty()).containsExactly(1, 0.875, 0.75);
        var biased = run.with(new Penalty(0, 0.25, true))
                .with(new Optimizer.Sgd(1), 1)
                .train();
        assertThat(biased.parameters()).containsExactly(1.75, -1.75, 0, 0.5);
        assertThat(biased.trajectory().penalty()[1]).isEqualTo(0.25 * (1.75 + 1.75 + 0.5));
    }

    /** Batches (x = 2) and (x = 4) at w = 0 with a rate that moves nothing: gradients -1 and -2, norm 1.5 on average. */
    @Test
    void theGradientNormIsTheMeanOverBatches() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {2, 4}, 1, 1))
                .withoutBias()
                .with(new Optimizer.Sgd(1e-300), 1)
                .batch(1);
        assertThat(run.train().trajectory().gradientNorm()).containsExactly(0, 1.5);
        assertThat(run.batch(2).train().trajectory().gradientNorm()).containsExactly(0, 1.5);
        var opposed = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {2, 4}, 1, 0))
                .withoutBias()
                .with(new Optimizer.Sgd(1e-300), 1);
        assertThat(opposed.batch(1).train().trajectory().gradientNorm()[1]).isEqualTo(1.5);
        assertThat(opposed.batch(2).train().trajectory().gradientNorm()[1]).isEqualTo(0.5);
    }
}
