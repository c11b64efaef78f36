package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /**
     * With kl = q log(q/e) + (1-q) log((1-q)/(1-e)), q = k/n: {@code scipy.stats.binom.pmf(k, n, e)[kl > 3.84/2/n].sum()}.
     * The last of each n is about the worst there is: where two errors are expected, few numbers of them are likely.
     */
    @ParameterizedTest
    @CsvSource({
        "30, 0.6, 0.0384",
        "30, 0.7, 0.0471",
        "30, 0.8, 0.0698",
        "30, 0.85, 0.0758",
        "30, 0.9, 0.0682",
        "30, 0.95, 0.0156",
        "30, 0.937, 0.1798",
        "100, 0.6, 0.0519",
        "100, 0.7, 0.0498",
        "100, 0.8, 0.0453",
        "100, 0.85, 0.0496",
        "100, 0.9, 0.0443",
        "100, 0.95, 0.0653",
        "100, 0.98, 0.1481",
        "1000, 0.6, 0.0489",
        "1000, 0.7, 0.0491",
        "1000, 0.8, 0.0481",
        "1000, 0.85, 0.0513",
        "1000, 0.9, 0.0451",
        "1000, 0.95, 0.0514",
        "1000, 0.998, 0.1515"
    })
    void constantConfidenceGivesFalseAlarmsAtTheRateOfItsBinomial(int n, double confidence, double rate) {
        assertThat(alarmRate(n, confidence, CalibratedBand.margin(n))).isCloseTo(rate, within(6e-5));
    }

    @Test
    void withoutTheMarginNearlyEverySplitGivesAFalseAlarm() {
        // all but the 1 in 24 with exactly 900 of 1000 right, and rounding: binom.pmf(100, 1000, .1) = 0.042
        assertThat(alarmRate(1000, 0.9, 1e-12)).isBetween(0.95, 0.97);
    }

    /** The same in numpy over 40,000 repetitions (4,000 for n = 1000): 4.8 %, 1.2 %, 0. */
    @ParameterizedTest
    @CsvSource({"30, 0.048", "100, 0.012", "1000, 0"})
    void spreadConfidencesGiveFewerFalseAlarms(int n, double expected) {
        var random = new SplittableRandom(20261122);
        double rate = simulatedRate(n, random, () -> 0.5 + 0.5 * random.nextDouble());
        assertThat(rate).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / REPETITIONS) + 1e-12));
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
