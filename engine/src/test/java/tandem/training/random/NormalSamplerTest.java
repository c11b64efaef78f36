package tandem.training.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class NormalSamplerTest {

    /** scipy.stats.norm.ppf((k + .5) * 2**-52) for k = 0 and 2**52 - 1: -8.209536151601387, 8.209536151601387. */
    @Test
    void staysFiniteAtBothEnds() {
        assertThat(next(0)).isCloseTo(-8.209536151601387, within(1e-9));
        assertThat(next(-1)).isCloseTo(8.209536151601387, within(1e-9));
    }

    private static double next(long bits) {
        UniformRandomProvider constant = () -> bits;
        return new NormalSampler(constant).next();
    }

    @Test
    void takesOneNumberEach() {
        var stream = new RandomStream(3);
        var generator = stream.generator();
        var normal = new NormalSampler(generator);
        normal.next();
        normal.next();
        var other = stream.generator();
        other.nextLong();
        other.nextLong();
        assertThat(generator.nextLong()).isEqualTo(other.nextLong());
    }

    @Test
    void hasMeanZeroAndVarianceOne() {
        var normal = new NormalSampler(new RandomStream(11).generator());
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = normal.next();
            sum += x;
            squares += x * x;
        }
        // Standard errors 0.0032 and 0.0045; four of them.
        assertThat(sum / n).isCloseTo(0, within(0.013));
        assertThat(squares / n).isCloseTo(1, within(0.018));
    }
}
