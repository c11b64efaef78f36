package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.examples.TestOutcomes.value;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;

class TemperatureTest {
    private static final Measured BOUNDARY = new Measured.Undefined(Reason.BOUNDARY);

    /** Two classes with logits (0, z); labels 1 for the first {@code ones} examples. */
    private static Outcomes binary(int ones, double... z) {
        int[] labels = new int[z.length];
        double[] logits = new double[2 * z.length];
        for (int i = 0; i < z.length; i++) {
            labels[i] = i < ones ? 1 : 0;
            logits[2 * i + 1] = z[i];
        }
        return TestOutcomes.ofLogits(labels, logits);
    }

    @Test
    void equalInputsAreBroughtToTheirShare() {
        // p must become 3/4, so z / T = ln 3
        var outcomes = binary(3, 4, 4, 4, 4);
        double t = value(Temperature.fit(outcomes));
        assertThat(t).isCloseTo(4 / StrictMath.log(3), within(1e-11));
        assertThat(Temperature.loss(outcomes, t))
                .isCloseTo(-0.75 * StrictMath.log(0.75) - 0.25 * StrictMath.log(0.25), within(1e-15));
    }

    @Test
    void theMinimumIsThatOfScipy() {
        // f = lambda u: (scipy.special.logsumexp(z / np.exp(u), 1) - z[i, y] / np.exp(u)).mean() with i = range(60)
        // np.exp(scipy.optimize.brentq(<its derivative>, -5, 5, xtol=1e-14)), f(0), f(np.log(T))
        var waves = TestOutcomes.waves();
        double t = value(Temperature.fit(waves));
        assertThat(t).isCloseTo(2.510226895390328, within(1e-11));
        assertThat(Temperature.loss(waves, 1)).isCloseTo(1.1050244982139654, within(1e-14));
        assertThat(Temperature.loss(waves, t)).isCloseTo(0.8737409825923769, within(1e-14));
    }

    @Test
    void atTheOptimumTheExpectedLogitIsTheLabels() {
        int inside = 0;
        for (int seed = 0; seed < 50; seed++) {
            var outcomes = seed % 2 == 0
                    ? TestOutcomes.scaled(TestOutcomes.waves(), 0.1 + 0.1 * seed)
                    : TestOutcomes.random(seed, 30, 2 + seed % 4, 3);
            if (Temperature.fit(outcomes) instanceof Measured.Defined(double t)) {
                inside++;
                // E[E_p(z)] = E[z_y]: z is of size 1, and the slope in ln T at most of size 10
                assertThat(Temperature.slopeAt(outcomes, 1 / t)).isCloseTo(0, within(1e-10));
                assertThat(Temperature.loss(outcomes, t))
                        .isLessThanOrEqualTo(Temperature.loss(outcomes, 1.01 * t))
                        .isLessThanOrEqualTo(Temperature.loss(outcomes, t / 1.01))
                        .isLessThanOrEqualTo(TestOutcomes.meanLoss(outcomes) + 1e-15);
            }
        }
        assertThat(inside).isGreaterThan(30);
    }

    @Test
    void theSlopeIsTheDerivativeOfTheLoss() {
        var waves = TestOutcomes.waves();
        for (double inverse : new double[] {0.01, 0.5, 1, 3}) {
            double h = 1e-5;
            double difference =
                    (Temperature.loss(waves, 1 / (inverse + h)) - Temperature.loss(waves, 1 / (inverse - h))) / (2 * h);
            assertThat(Temperature.slopeAt(waves, inverse)).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void scalingTheLogitsScalesTheTemperature() {
        double t = value(Temperature.fit(TestOutcomes.waves()));
        for (double factor : new double[] {0.25, 2, 7}) {
            assertThat(value(Temperature.fit(TestOutcomes.scaled(TestOutcomes.waves(), factor))))
                    .isCloseTo(t / factor, within(1e-11));
        }
    }

    @Test
    void noTemperatureChangesADecisionOrTheSignOfAMargin() {
        for (int seed = 0; seed < 20; seed++) {
            var outcomes = TestOutcomes.random(seed, 50, 2 + seed % 3, 4);
            for (double t : new double[] {0.01, 0.7, 3, 100}) {
                var scaled = TestOutcomes.scaled(outcomes, t);
                for (int i = 0; i < outcomes.count(); i++) {
                    assertThat(scaled.prediction(i)).isEqualTo(outcomes.prediction(i));
                    assertThat(Math.signum(scaled.margin(i))).isEqualTo(Math.signum(outcomes.margin(i)));
                }
                assertThat(Temperature.loss(outcomes, t))
                        .isCloseTo(TestOutcomes.meanLoss(scaled), within(1e-12 * Math.max(1, 10 / t)));
            }
        }
    }

    @Test
    void anOptimumOutsideTheIntervalIsNone() {
        // separable: the colder the better
        assertThat(Temperature.fit(binary(2, 1, 2, -1, -0.5))).isEqualTo(BOUNDARY);
        // always wrong: the hotter the better
        assertThat(Temperature.fit(binary(2, -1, -2, 1, 0.5))).isEqualTo(BOUNDARY);
        // equal logits: all the same
        assertThat(Temperature.fit(binary(2, 0, 0, 0, 0))).isEqualTo(BOUNDARY);
        // p = 3/4 from z = 1e-3 takes T = 1e-3 / ln 3 < e^-5, from z = 1e-2 it does not
        assertThat(Temperature.fit(binary(3, 1e-3, 1e-3, 1e-3, 1e-3))).isEqualTo(BOUNDARY);
        assertThat(value(Temperature.fit(binary(3, 1e-2, 1e-2, 1e-2, 1e-2))))
                .isCloseTo(1e-2 / StrictMath.log(3), within(1e-13));
        assertThat(Temperature.fit(binary(3, 1e308, 1e308, 1e308, 1e308))).isEqualTo(BOUNDARY);
    }

    @Test
    void aTemperatureOfTheValidationSplitIsHeldAgainstTheTestSplit() {
        var validation = TestOutcomes.waves();
        var test = binary(3, 4, 4, 4, 4);
        var scaling = TemperatureScaling.of(Optional.of(validation), Optional.of(test));
        double t = value(Temperature.fit(validation));
        assertThat(value(TemperatureMeasure.TEMPERATURE.of(scaling))).isEqualTo(t);
        assertThat(value(TemperatureMeasure.VALIDATION_LOSS.of(scaling))).isEqualTo(Temperature.loss(validation, t));
        assertThat(value(TemperatureMeasure.TEST_LOSS.of(scaling))).isEqualTo(Temperature.loss(test, t));
    }

    @Test
    void whatIsMissingSaysWhy() {
        var waves = Optional.of(TestOutcomes.waves());
        var none = Optional.<Outcomes>empty();
        assertThat(TemperatureScaling.of(none, waves)).isEqualTo(TemperatureScaling.undefined(Reason.NO_VALIDATION));
        var withoutTest = TemperatureScaling.of(waves, none);
        assertThat(withoutTest.testLoss()).isEqualTo(new Measured.Undefined(Reason.NO_TEST));
        assertThat(withoutTest.validationLoss()).isInstanceOf(Measured.Defined.class);
        assertThat(TemperatureScaling.of(Optional.of(binary(1, 1, -1)), waves))
                .isEqualTo(TemperatureScaling.undefined(Reason.BOUNDARY));
    }
}
