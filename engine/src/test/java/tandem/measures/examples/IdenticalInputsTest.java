package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.examples.TestOutcomes.value;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.measures.Curve;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;
import tandem.measures.SplitResult;

/**
 * Ten equal inputs, a share q of class 0: the best a model can say is p = q for all of them, with a loss of
 * {@code -q ln q - (1 - q) ln(1 - q)}. Everything else follows in closed form.
 */
class IdenticalInputsTest {
    private static Outcomes bestFor(int ofClass0) {
        int[] labels = new int[10];
        Arrays.fill(labels, ofClass0, 10, 1);
        double[] probabilities = new double[20];
        for (int i = 0; i < 10; i++) {
            probabilities[2 * i] = ofClass0 / 10.0;
            probabilities[2 * i + 1] = (10 - ofClass0) / 10.0;
        }
        return TestOutcomes.ofProbabilities(labels, probabilities);
    }

    private static Measured measured(ExampleMeasure measure, Outcomes outcomes) {
        var curve = Curve.of(new double[] {1}, new int[] {0}, outcomes.count());
        return measure.of(new SplitResult(curve, 2, Optional.of(outcomes)));
    }

    private static double of(ExampleMeasure measure, Outcomes outcomes) {
        return value(measured(measure, outcomes));
    }

    @Test
    void nineToOneLeavesOneExampleWithMostOfTheLoss() {
        var outcomes = bestFor(9);
        assertThat(TestOutcomes.meanLoss(outcomes)).isCloseTo(0.325083, within(5e-7));
        // -ln 0.9 and -ln 0.1
        assertThat(of(ExampleMeasure.LOSS_Q50, outcomes)).isCloseTo(0.105361, within(5e-7));
        assertThat(of(ExampleMeasure.LOSS_MAX, outcomes)).isCloseTo(2.302585, within(5e-7));
        // of two values: (1 - 2 (1 - q)) / sqrt(q (1 - q)) = 0.8 / 0.3
        assertThat(of(ExampleMeasure.LOSS_SKEWNESS, outcomes)).isCloseTo(0.8 / 0.3, within(1e-13));
        // 1 / (q (1 - q)) - 6
        assertThat(of(ExampleMeasure.LOSS_KURTOSIS, outcomes)).isCloseTo(1 / 0.09 - 6, within(1e-12));
        assertThat(measured(ExampleMeasure.LOSS_BOWLEY, outcomes))
                .isEqualTo(new Measured.Undefined(Reason.EQUAL_QUARTILES));
        double large = -StrictMath.log(0.1);
        double small = -StrictMath.log(0.9);
        double total = large + 9 * small;
        // half an example is 5 % of ten, a whole one 10 %: 70.83 % of the loss
        assertThat(of(ExampleMeasure.LOSS_TOP5_SHARE, outcomes)).isCloseTo(large / 2 / total, within(1e-15));
        assertThat(value(LossDistribution.of(outcomes).topShare(0.1))).isCloseTo(0.7083, within(5e-5));
        // share of the loss less share of the examples: 0.7083 - 0.1
        assertThat(of(ExampleMeasure.LOSS_GINI, outcomes)).isCloseTo(large / total - 0.1, within(1e-15));
        assertThat(of(ExampleMeasure.LOSS_GINI, outcomes)).isCloseTo(0.6083, within(5e-5));
    }

    @Test
    void nineToOneIsCalibratedAndAsUncertainAsTheData() {
        var outcomes = bestFor(9);
        // one class: q (1 - q) = 0.09; both: 0.18, all of it uncertainty
        assertThat(of(ExampleMeasure.BRIER, outcomes)).isCloseTo(0.18, within(1e-15));
        assertThat(of(ExampleMeasure.BRIER_UNCERTAINTY, outcomes)).isCloseTo(0.18, within(1e-15));
        assertThat(of(ExampleMeasure.BRIER_RELIABILITY, outcomes)).isCloseTo(0, within(1e-30));
        assertThat(of(ExampleMeasure.BRIER_RESOLUTION, outcomes)).isCloseTo(0, within(1e-30));
        assertThat(of(ExampleMeasure.BRIER_RESIDUAL, outcomes)).isCloseTo(0, within(1e-15));
        assertThat(of(ExampleMeasure.ECE, outcomes)).isCloseTo(0, within(1e-15));
        assertThat(of(ExampleMeasure.MCE, outcomes)).isCloseTo(0, within(1e-15));
        assertThat(of(ExampleMeasure.OVERCONFIDENCE, outcomes)).isCloseTo(0, within(1e-15));
        // nothing to find, less what ten labels scatter: -0.9 * 0.1 / 9 and -0.3 / sqrt(10) sqrt(2 / pi)
        assertThat(of(ExampleMeasure.SQUARED_CALIBRATION_ERROR, outcomes)).isCloseTo(-0.01, within(1e-15));
        assertThat(of(ExampleMeasure.ECE_DEBIASED, outcomes))
                .isCloseTo(-0.3 / Math.sqrt(10) * Math.sqrt(2 / Math.PI), within(1e-15));
        // the one error has p = 0.9, which is not above 0.9
        assertThat(of(ExampleMeasure.CONFIDENCE_WHEN_WRONG, outcomes)).isEqualTo(0.9);
        assertThat(of(ExampleMeasure.CONFIDENT_ERROR_SHARE, outcomes)).isEqualTo(0);
        assertThat(of(ExampleMeasure.ENTROPY_MEAN, outcomes)).isCloseTo(0.325083, within(5e-7));
        // ln 9 nine times, -ln 9 once
        assertThat(of(ExampleMeasure.MARGIN_MEAN, outcomes)).isCloseTo(0.8 * StrictMath.log(9), within(1e-15));
        assertThat(of(ExampleMeasure.NEGATIVE_MARGIN_SHARE, outcomes)).isEqualTo(0.1);
    }

    @Test
    void anEvenSplitGivesEveryExampleTheSameLoss() {
        var outcomes = bestFor(5);
        for (var quantile : new ExampleMeasure[] {
            ExampleMeasure.LOSS_Q01, ExampleMeasure.LOSS_Q50, ExampleMeasure.LOSS_Q99, ExampleMeasure.LOSS_MAX
        }) {
            assertThat(of(quantile, outcomes)).isEqualTo(StrictMath.log(2));
        }
        assertThat(measured(ExampleMeasure.LOSS_SKEWNESS, outcomes))
                .isEqualTo(new Measured.Undefined(Reason.EQUAL_LOSSES));
        assertThat(of(ExampleMeasure.LOSS_GINI, outcomes)).isEqualTo(0);
        assertThat(of(ExampleMeasure.OVERCONFIDENCE, outcomes)).isEqualTo(0);
        // ties go to class 0, and no margin is below 0
        assertThat(of(ExampleMeasure.NEGATIVE_MARGIN_SHARE, outcomes)).isEqualTo(0);
        assertThat(of(ExampleMeasure.BRIER, outcomes)).isEqualTo(0.5);
    }
}
