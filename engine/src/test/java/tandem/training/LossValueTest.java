package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.assertSameBits;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.junit.jupiter.api.Test;
import tandem.training.data.Split;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;

/**
 * Values and gradients of losses by the logits of one example, from their definitions in 120 digits:
 * {@code mpmath.diff(lambda t: loss(softmax(z with z[i] = t), y), z[i])}, the losses written with the probabilities.
 */
final class LossValueTest {
    private static final Loss PAIR_NOISE = new Loss.ForwardCorrection(new Loss.Transition.Given(ImmutableList.of(
            ImmutableDoubleArray.of(0.7, 0.3, 0),
            ImmutableDoubleArray.of(0, 0.7, 0.3),
            ImmutableDoubleArray.of(0, 0, 1))));

    private static final Loss SYMMETRIC = new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0.3));

    private static TestRun logits(int label, double... z) {
        return TestRun.of(ModelKind.SOFTMAX, TestData.line(z.length, new double[] {1}, label))
                .withoutBias()
                .from(z);
    }

    /** @param relative of the value and of the largest component of the gradient */
    private static void assertLoss(TestRun run, Loss loss, double value, double relative, double... gradient) {
        var evaluated = run.with(loss).train();
        assertThat(evaluated.trajectory().objective()[0])
                .isCloseTo(value, within(Math.abs(value) * Math.min(relative, 1e-14)));
        // A step as long as the gradient is small leaves the gradient's digits in the parameters.
        double largest = Math.max(Math.abs(gradient[0]), Math.abs(gradient[2]));
        double rate = 0x1p10 / largest;
        double[] end = run.with(loss).with(new Optimizer.Sgd(rate), 1).train().parameters();
        double[] start = evaluated.parameters();
        for (int i = 0; i < gradient.length; i++) {
            assertThat((start[i] - end[i]) / rate).as("z%s", i).isCloseTo(gradient[i], within(relative * largest));
        }
    }

    @Test
    void lossesOfAWrongExampleAreThoseOfTheirDefinitions() {
        var run = logits(0, 0.3, -1.2, 2.0);
        double e = 1e-15;
        assertLoss(
                run,
                new Loss.SmoothedCrossEntropy(0.2),
                1.8883379116194572,
                e,
                -0.7173478044832755,
                -0.03334912503450527,
                0.7506969295177808);
        assertLoss(
                run,
                new Loss.Focal(2),
                1.3761603670958225,
                e,
                -1.026575949996014,
                0.04020658908736892,
                0.9863693609086452);
        assertLoss(
                run,
                new Loss.Focal(0.5),
                1.7539565930893481,
                e,
                -0.9155528360101869,
                0.03585828858096644,
                0.8796945474292205);
        assertLoss(
                run,
                new Loss.GeneralizedCrossEntropy(0.7),
                1.051188517415275,
                e,
                -0.22472276697840263,
                0.008801429597597988,
                0.21592133738080463);
    }

    @Test
    void absoluteAndCorrectedLossesOfAWrongExampleAreThoseOfTheirDefinitions() {
        var run = logits(0, 0.3, -1.2, 2.0);
        double e = 1e-15;
        assertLoss(
                run,
                new Loss.MeanAbsoluteError(),
                1.7013622756332176,
                e,
                -0.25404547915929726,
                0.009949874814524213,
                0.24409560434477304);
        assertLoss(run, SYMMETRIC, 1.460477647244373, e, -0.3009688493096519, 0.01178766252252297, 0.2891811867871289);
        assertLoss(run, PAIR_NOISE, 2.258346188891523, e, -0.8506811378166088, 0.0333175416321614, 0.8173635961844474);
        var other = logits(1, 0.3, -1.2, 2.0);
        assertLoss(
                other, PAIR_NOISE, 2.686514696729706, e, -0.5083002628724095, -0.3090633333120379, 0.8173635961844474);
    }

    @Test
    void lossesOfASureExampleKeepTheirTail() {
        var run = logits(0, 30, 0, 0);
        double e = 4e-15;
        assertLoss(
                run,
                new Loss.Focal(2),
                6.555210099189345e-39,
                e,
                -1.9665630297564968e-38,
                9.832815148782484e-39,
                9.832815148782484e-39);
        assertLoss(
                run,
                new Loss.GeneralizedCrossEntropy(0.7),
                1.871524593767737e-13,
                e,
                -1.8715245937674395e-13,
                9.357622968837197e-14,
                9.357622968837197e-14);
        assertLoss(
                run,
                new Loss.MeanAbsoluteError(),
                3.743049187535369e-13,
                e,
                -3.743049187534669e-13,
                1.8715245937673345e-13,
                1.8715245937673345e-13);
        // p_0 - 0.7 p_0 / (0.7 p_0 + ..) cancels all but 1e-13 of 1
        assertLoss(
                run,
                SYMMETRIC,
                0.35667494393887944,
                1e-3,
                -1.470483609388836e-13,
                7.35241804694418e-14,
                7.35241804694418e-14);
    }

    @Test
    void lossesOfAHopelessExampleStayFinite() {
        var run = logits(0, -50, 0, 40);
        double e = 1e-14;
        assertLoss(
                run,
                new Loss.SmoothedCrossEntropy(0.2),
                80.66666666666667,
                e,
                -0.8666666666666667,
                -0.06666666666666667,
                0.9333333333333333);
        assertLoss(run, new Loss.Focal(2), 90, e, -1, 4.248354255291589e-18, 1.0);
        assertLoss(
                run,
                new Loss.GeneralizedCrossEntropy(0.7),
                1.4285714285714286,
                e,
                -4.359610000063081e-28,
                1.8521167695179754e-45,
                4.359610000063081e-28);
        assertLoss(
                run,
                new Loss.MeanAbsoluteError(),
                2,
                e,
                -1.638802524798103e-39,
                6.962213679808621e-57,
                1.638802524798103e-39);
        assertLoss(run, PAIR_NOISE, 90.35667494393873, e, -1, 4.248354255291589e-18, 1.0);
        assertThat(logits(0, -900, 0, 40).with(PAIR_NOISE).train().trajectory().objective()[0])
                .isCloseTo(940 - StrictMath.log(0.7), within(1e-12));
    }

    @Test
    void theRecordedLossIsCrossEntropyWhateverIsMinimised() {
        double plain = TestResults.loss(logits(0, 0.3, -1.2, 2.0).train());
        for (var loss : RemedyRuns.losses(3)) {
            assertThat(TestResults.loss(logits(0, 0.3, -1.2, 2.0).with(loss).train()))
                    .isEqualTo(plain);
        }
    }

    @Test
    void meanAbsoluteErrorIsTwiceGeneralizedCrossEntropyAtOne() {
        var data = TestData.gaussian(3, 3, 40, 10, 2);
        var run = TestRun.of(ModelKind.SOFTMAX, data).fromRandom(0.7, 1);
        var absolute = run.with(new Loss.MeanAbsoluteError()).with(new Optimizer.Sgd(0.25), 4);
        var generalized = run.with(new Loss.GeneralizedCrossEntropy(1)).with(new Optimizer.Sgd(0.5), 4);
        double[] left = absolute.train().trajectory().objective();
        double[] right = generalized.train().trajectory().objective();
        for (int epoch = 0; epoch < left.length; epoch++) {
            assertThat(left[epoch]).isEqualTo(2 * right[epoch]);
        }
    }

    @Test
    void edgesOfTheFamiliesAreCrossEntropy() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(3, 3, 40, 10, 2))
                .fromRandom(0.7, 1)
                .with(new Optimizer.Sgd(0.5), 20);
        var plain = run.train();
        for (var loss : new Loss[] {
            new Loss.Focal(0), new Loss.Flooding(0), new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0))
        }) {
            var other = run.with(loss).train();
            for (int i = 0; i < plain.parameters().length; i++) {
                assertThat(other.parameters()[i]).isCloseTo(plain.parameters()[i], within(1e-13));
            }
            assertThat(other.trajectory().objective()[20]).isCloseTo(TestResults.loss(plain), within(1e-13));
        }
        assertSameBits(plain, run.with(new Loss.Flooding(0)).train());
    }

    /** A logistic model is the softmax model with logits 0 and z: the second one learns twice as fast in their difference. */
    @Test
    void oneLogitIsTwoOfWhichTheFirstIsZero() {
        for (var loss : RemedyRuns.losses(2)) {
            var one = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1, -2, 0.5}, 1, 0, 0))
                    .from(0.4, -0.3)
                    .with(loss)
                    .with(new Optimizer.Sgd(0.25), 1);
            var two = TestRun.of(ModelKind.SOFTMAX, one.data())
                    .from(0, 0.4, 0, -0.3)
                    .with(loss)
                    .with(new Optimizer.Sgd(0.25), 1);
            var left = one.train();
            var right = two.train();
            assertThat(right.trajectory().objective()[0])
                    .isCloseTo(left.trajectory().objective()[0], within(4e-16));
            assertThat(right.parameters()[1]).isCloseTo(left.parameters()[0], within(4e-16));
            assertThat(right.parameters()[3]).isCloseTo(left.parameters()[1], within(4e-16));
            assertThat(right.parameters()[0]).isCloseTo(0.4 - left.parameters()[0], within(4e-16));
            assertThat(right.trajectory().splits().get(Split.TRAIN)).isNotNull();
        }
    }

    /**
     * Ghosh 2017, theorem 1 (science F8): the expected loss under symmetric noise eta is {@code C eta / (K - 1) + (1 - eta K / (K - 1)) R}, with
     * C = 2 (K - 1) for this mean absolute error. The expectation is exact with one copy of each example in ten relabelled evenly.
     */
    @Test
    void meanAbsoluteErrorKeepsItsOrderUnderSymmetricNoise() {
        double[] z = {0.3, -1.2, 2.0};
        var loss = new Loss.MeanAbsoluteError();
        double clean = logits(0, z).with(loss).train().trajectory().objective()[0];
        double noisy = 0;
        double[] shares = {0.6, 0.2, 0.2};
        for (int label = 0; label < 3; label++) {
            noisy += shares[label]
                    * logits(label, z).with(loss).train().trajectory().objective()[0];
        }
        assertThat(noisy).isCloseTo(4 * 0.4 / 2 + (1 - 0.4 * 3 / 2) * clean, within(1e-15));
    }
}
