package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.examples.TestOutcomes.value;

import java.util.OptionalInt;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import tandem.measures.Measured;
import tandem.measures.Reason;

class ExampleDynamicsTest {

    /** Two classes; example i has label 0 and a margin of {@code margins[i][t]} at epoch t + 1. */
    private static ExampleDynamics of(double[]... margins) {
        var dynamics = new ExampleDynamics(margins.length);
        for (int t = 0; t < margins[0].length; t++) {
            double[] logits = new double[2 * margins.length];
            for (int i = 0; i < margins.length; i++) {
                logits[2 * i] = margins[i][t];
            }
            dynamics.add(TestOutcomes.ofLogits(new int[margins.length], logits));
        }
        return dynamics;
    }

    @Test
    void theAreaUnderTheMarginIsItsMean() {
        var dynamics = of(new double[] {1, -2, 4}, new double[] {-1, -2, -6});
        assertThat(dynamics.epochCount()).isEqualTo(3);
        assertThat(value(dynamics.aum(0))).isEqualTo(1);
        assertThat(value(dynamics.aum(1))).isEqualTo(-3);
    }

    @Test
    void theMarginIsHeldAgainstTheStrongestRival() {
        var dynamics = new ExampleDynamics(1);
        dynamics.add(TestOutcomes.ofLogits(new int[] {1}, 2, 5, 4));
        dynamics.add(TestOutcomes.ofLogits(new int[] {1}, 9, 5, 4));
        assertThat(value(dynamics.aum(0))).isEqualTo((1.0 - 4) / 2);
    }

    @Test
    void confidenceAndVariabilityAreMeanAndPopulationDeviationOfTheLabelsProbability() {
        // p = 1 / (1 + exp(-m)) = 1/2, 3/4, 1/4 by hand: mean 1/2, variance (0 + 1/16 + 1/16) / 3
        double ln3 = StrictMath.log(3);
        var dynamics = of(new double[] {0, ln3, -ln3});
        assertThat(value(dynamics.goldConfidence(0))).isCloseTo(0.5, within(1e-15));
        assertThat(value(dynamics.variability(0))).isCloseTo(Math.sqrt(1.0 / 24), within(1e-15));
    }

    @Test
    void aSmallSpreadAroundALargeMeanKeepsItsDigits() {
        double[] margins = new double[200];
        double[] probabilities = new double[200];
        for (int t = 0; t < 200; t++) {
            margins[t] = 20 + StrictMath.sin(t);
            probabilities[t] = 1 / (1 + StrictMath.exp(-margins[t]));
        }
        double expected = new StandardDeviation(false).evaluate(probabilities);
        // about 1e-9: a sum of squares would leave nothing of it
        assertThat(expected).isBetween(1e-10, 1e-8);
        assertThat(value(of(margins).variability(0))).isCloseTo(expected, within(1e-6 * expected));
    }

    @Test
    void eventsAreCountedBetweenNeighbouringEpochs() {
        // right, wrong, wrong, right, right, wrong; and wrong, wrong, right to the end; a tie (0) is right for label 0
        var dynamics = of(new double[] {1, -1, -1, 1, 0, -1}, new double[] {-1, -1, 1, 1, 1, 1});
        assertThat(dynamics.forgettingEvents(0)).isEqualTo(OptionalInt.of(2));
        assertThat(dynamics.firstLearnedEpoch(0)).isEqualTo(OptionalInt.of(1));
        assertThat(value(dynamics.correctness(0))).isEqualTo(0.5);
        assertThat(dynamics.forgettingEvents(1)).isEqualTo(OptionalInt.of(0));
        assertThat(dynamics.firstLearnedEpoch(1)).isEqualTo(OptionalInt.of(3));
        assertThat(value(dynamics.correctness(1))).isEqualTo(4.0 / 6);
    }

    @Test
    void anExampleThatIsNeverRightHasNoEvents() {
        var dynamics = of(new double[] {-1, -2});
        assertThat(dynamics.forgettingEvents(0)).isEmpty();
        assertThat(dynamics.firstLearnedEpoch(0)).isEmpty();
        assertThat(value(dynamics.correctness(0))).isEqualTo(0);
    }

    @Test
    void oneEpochHasNoSpread() {
        var dynamics = of(new double[] {3});
        assertThat(value(dynamics.variability(0))).isEqualTo(0);
        assertThat(value(dynamics.aum(0))).isEqualTo(3);
    }

    @Test
    void withoutAnEpochThereIsNoMean() {
        var dynamics = new ExampleDynamics(2);
        var tooShort = new Measured.Undefined(Reason.TOO_SHORT);
        assertThat(dynamics.aum(1)).isEqualTo(tooShort);
        assertThat(dynamics.goldConfidence(1)).isEqualTo(tooShort);
        assertThat(dynamics.variability(1)).isEqualTo(tooShort);
        assertThat(dynamics.correctness(1)).isEqualTo(tooShort);
        assertThat(dynamics.firstLearnedEpoch(1)).isEmpty();
    }

    @Test
    void marginsBeyondADoubleAreNotDefined() {
        var dynamics = new ExampleDynamics(1);
        dynamics.add(TestOutcomes.ofLogits(new int[1], 1e308, -1e308));
        assertThat(dynamics.aum(0)).isEqualTo(new Measured.Undefined(Reason.OVERFLOW));
    }

    @Test
    void anotherSplitIsRefused() {
        var dynamics = new ExampleDynamics(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dynamics.add(TestOutcomes.ofLosses(1)))
                .withMessage("the split has 2 examples, not 1");
    }
}
