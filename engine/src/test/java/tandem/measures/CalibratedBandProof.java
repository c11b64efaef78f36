package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the excess over the calibrated band gives a false alarm, with its margin and without. */
@Tag("proofs")
final class CalibratedBandProof {
    private static final int REPETITIONS = 2_000;

    /** Loss of {@code wrong} errors among n predictions of two classes, all made with the same confidence. */
    private static double loss(int wrong, int n, double confidence) {
        return -(wrong * StrictMath.log(1 - confidence) + (n - wrong) * StrictMath.log(confidence)) / n;
    }

    /** Chance of an excess above {@code margin}, by summing over all numbers of errors: no simulation, no noise. */
    private static double alarmRate(int n, double confidence, double margin) {
        var errors = new BinomialDistribution(null, n, 1 - confidence);
        double rate = 0;
        for (int wrong = 0; wrong <= n; wrong++) {
            double excess = CalibratedBand.of(n - wrong, n, 2).excess(loss(wrong, n, confidence));
            rate += excess > margin ? errors.probability(wrong) : 0;
        }
        return rate;
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0.6",
        "30, 0.7",
        "100, 0.6",
        "100, 0.7",
        "100, 0.8",
        "100, 0.9",
        "1000, 0.6",
        "1000, 0.7",
        "1000, 0.8",
        "1000, 0.9"
    })
    void constantConfidenceGivesAFalseAlarmAboutOnceInTwenty(int n, double confidence) {
        assertThat(alarmRate(n, confidence, CalibratedBand.margin(n))).isBetween(0.039, 0.069);
    }

    @Test
    void withoutTheMarginNearlyEverySplitGivesAFalseAlarm() {
        // all but the 1 in 29 with exactly 900 of 1000 right, and rounding: binom.pmf(100, 1000, .1) = 0.042
        assertThat(alarmRate(1000, 0.9, 1e-12)).isBetween(0.95, 0.97);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 1000})
    void spreadConfidencesGiveFarFewerFalseAlarms(int n) {
        var random = new SplittableRandom(20261122);
        double rate = simulatedRate(n, random, () -> 0.5 + 0.5 * random.nextDouble());
        assertThat(rate).isLessThan(0.005);
    }

    @Test
    void slightlySpreadConfidencesAreWithinTheMarginToo() {
        var random = new SplittableRandom(20261123);
        double rate = simulatedRate(100, random, () -> 0.75 + 0.1 * random.nextDouble());
        // 6.7 % at most for whatever distribution, and three standard errors of 2,000 repetitions
        assertThat(rate).isLessThan(0.067 + 3 * Math.sqrt(0.067 * 0.933 / REPETITIONS));
    }

    @Test
    void overconfidenceIsFoundAlways() {
        // logits three times too large, as after long training
        var random = new SplittableRandom(20261124);
        int found = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            int wrong = 0;
            double sum = 0;
            for (int example = 0; example < 1000; example++) {
                double confidence = 0.5 + 0.5 * random.nextDouble();
                double logit = 3 * StrictMath.log(confidence / (1 - confidence));
                boolean right = random.nextDouble() < confidence;
                wrong += right ? 0 : 1;
                sum += StrictMath.log1p(StrictMath.exp(right ? -logit : logit));
            }
            found += CalibratedBand.of(1000 - wrong, 1000, 2).excess(sum / 1000) > CalibratedBand.margin(1000) ? 1 : 0;
        }
        assertThat(found).isEqualTo(REPETITIONS);
    }

    /** Share of splits of n examples with an excess above the margin, where every confidence is true. */
    private static double simulatedRate(int n, SplittableRandom random, DoubleSupplier confidences) {
        int alarms = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            int wrong = 0;
            double sum = 0;
            for (int example = 0; example < n; example++) {
                double confidence = confidences.getAsDouble();
                boolean right = random.nextDouble() < confidence;
                wrong += right ? 0 : 1;
                sum -= StrictMath.log(right ? confidence : 1 - confidence);
            }
            alarms += CalibratedBand.of(n - wrong, n, 2).excess(sum / n) > CalibratedBand.margin(n) ? 1 : 0;
        }
        return (double) alarms / REPETITIONS;
    }
}
