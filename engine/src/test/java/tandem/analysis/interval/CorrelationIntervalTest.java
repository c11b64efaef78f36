package tandem.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tandem.measures.PairedCorrelation;
import tandem.tables.Value;

class CorrelationIntervalTest {
    private static Interval interval(PairedCorrelation method, double r, int n) {
        return CorrelationInterval.of(method, r, n).interval().orElseThrow();
    }

    @Test
    void pearsonsIsFishers() {
        // np.tanh(np.arctanh(0.5) + np.array([-1, 1]) * norm.ppf(0.975) / np.sqrt(28 - 3))
        var interval = interval(PairedCorrelation.PEARSON, 0.5, 28);
        assertThat(interval.low()).isCloseTo(0.15602836252908606, within(1e-15));
        assertThat(interval.high()).isCloseTo(0.7358184794439376, within(1e-15));
        assertThat(CorrelationInterval.of(PairedCorrelation.PEARSON, 0.5, 28).method())
                .isEqualTo("fisher_z");
    }

    @Test
    void thoseOfRanksAreBonettAndWrights() {
        // the same with np.sqrt((1 + 0.6 ** 2 / 2) / (20 - 3)) about -0.6, and with np.sqrt(0.437 / (20 - 4)) about 0.4
        var spearman = interval(PairedCorrelation.SPEARMAN, -0.6, 20);
        assertThat(spearman.low()).isCloseTo(-0.836535896606277, within(1e-15));
        assertThat(spearman.high()).isCloseTo(-0.1749542867311621, within(1e-15));
        var kendall = interval(PairedCorrelation.KENDALL, 0.4, 20);
        assertThat(kendall.low()).isCloseTo(0.09940621640137672, within(1e-15));
        assertThat(kendall.high()).isCloseTo(0.633692377835165, within(1e-15));
    }

    @Test
    void aPerfectCorrelationHasNoInterval() {
        for (var method : PairedCorrelation.values()) {
            var perfect = CorrelationInterval.of(method, -1, 10);
            assertThat(perfect.value()).isEqualTo(Value.of(-1.0));
            assertThat(perfect.interval()).isEmpty();
            assertThat(perfect.noInterval()).isEqualTo(new Value.Undefined("PERFECT_CORRELATION"));
        }
    }

    @Test
    void fourPairsAreTooFewForKendallsOnly() {
        assertThat(CorrelationInterval.of(PairedCorrelation.KENDALL, 0.5, 4).noInterval())
                .isEqualTo(new Value.Undefined("TOO_FEW"));
        assertThat(CorrelationInterval.of(PairedCorrelation.SPEARMAN, 0.5, 4).interval())
                .isPresent();
    }
}
