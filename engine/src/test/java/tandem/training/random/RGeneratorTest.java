package tandem.training.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RGeneratorTest {

    /** R 4.2.2: {@code set.seed(42); runif(3)} and {@code set.seed(1234); runif(3)}, printed with seven digits. */
    @Test
    void givesTheUniformNumbersOfR() {
        assertUniforms(42, 0.9148060, 0.9370754, 0.2861395);
        assertUniforms(1234, 0.1137034, 0.6222994, 0.6092747);
    }

    private static void assertUniforms(int seed, double... expected) {
        var generator = RGenerator.ofSeed(seed);
        for (double value : expected) {
            assertThat(generator.nextUniform()).isCloseTo(value, within(0.5e-7));
        }
    }

    /** The state holds 624 words and must be renewed 160 times here. */
    @Test
    void staysInTheOpenUnitIntervalBeyondItsState() {
        var generator = RGenerator.ofSeed(-1);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            double uniform = generator.nextUniform();
            assertThat(uniform).isStrictlyBetween(0.0, 1.0);
            sum += uniform;
        }
        // The mean of 100,000 uniform numbers has standard error 0.0009.
        assertThat(sum / 100_000).isCloseTo(0.5, within(0.004));
    }

    /** The first uniform number of seed 42 is 0.9148: a rare 1 above 1 - p, a frequent 1 below p. */
    @Test
    void comparesWithTheLargerProbability() {
        assertThat(RGenerator.ofSeed(42).nextBernoulli(0.1)).isEqualTo(1);
        assertThat(RGenerator.ofSeed(42).nextBernoulli(0.08)).isEqualTo(0);
        assertThat(RGenerator.ofSeed(42).nextBernoulli(0.9)).isEqualTo(0);
        assertThat(RGenerator.ofSeed(42).nextBernoulli(0.92)).isEqualTo(1);
        assertThat(RGenerator.ofSeed(42).nextBernoulli(0)).isEqualTo(0);
        assertThat(RGenerator.ofSeed(42).nextBernoulli(1)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoProbability() {
        var generator = RGenerator.ofSeed(1);
        assertThatThrownBy(() -> generator.nextBernoulli(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> generator.nextBernoulli(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
