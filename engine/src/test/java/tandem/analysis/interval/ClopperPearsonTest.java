package tandem.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClopperPearsonTest {
    private static Interval interval(int k, int n) {
        return ClopperPearson.of(k, n).interval().orElseThrow();
    }

    @Test
    void theEndsAreBetaQuantiles() {
        // scipy.stats.beta.ppf(0.025, 3, 8), scipy.stats.beta.ppf(0.975, 4, 7)
        assertThat(interval(3, 10).low()).isCloseTo(0.06673951117773447, within(1e-12));
        assertThat(interval(3, 10).high()).isCloseTo(0.6524528500599973, within(1e-12));
    }

    @Test
    void noneAndAllHaveClosedForms() {
        assertThat(interval(0, 10).low()).isZero();
        assertThat(interval(0, 10).high()).isCloseTo(1 - StrictMath.pow(0.025, 0.1), within(1e-12));
        assertThat(interval(10, 10).low()).isCloseTo(StrictMath.pow(0.025, 0.1), within(1e-12));
        assertThat(interval(10, 10).high()).isEqualTo(1);
    }
}
