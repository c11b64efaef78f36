package tandem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void momentsAndQuartilesAreNumpys() {
        // x = [0.3, 0.1, 0.4, 0.15]: np.mean(x), np.std(x, ddof=1), np.quantile(x, [0.25, 0.5, 0.75])
        Distribution distribution = Distribution.ofSorting(new double[] {0.3, 0.1, 0.4, 0.15}, 4);
        assertThat(distribution.mean()).isCloseTo(0.2375, within(1e-16));
        assertThat(distribution.sd().orElseThrow()).isCloseTo(0.13768926368215256, within(1e-16));
        assertThat(distribution.q25()).isCloseTo(0.1375, within(1e-16));
        assertThat(distribution.median()).isCloseTo(0.225, within(1e-16));
        assertThat(distribution.q75()).isCloseTo(0.325, within(1e-16));
    }

    @Test
    void quartilesAreType7AtEveryLength() {
        var random = new SplittableRandom(3);
        var type7 = new Percentile().withEstimationType(EstimationType.R_7);
        for (int n = 1; n < 40; n++) {
            double[] values = random.doubles(n).toArray();
            type7.setData(values.clone());
            Distribution distribution = Distribution.ofSorting(values, n);
            assertThat(distribution.q25()).isCloseTo(type7.evaluate(25), within(1e-15));
            assertThat(distribution.median()).isCloseTo(type7.evaluate(50), within(1e-15));
            assertThat(distribution.q75()).isCloseTo(type7.evaluate(75), within(1e-15));
        }
    }

    @Test
    void equalValuesHaveNoSpread() {
        Distribution distribution = Distribution.ofSorting(new double[] {0.1, 0.1, 0.1}, 3);
        assertThat(distribution.mean()).isEqualTo(0.1);
        assertThat(distribution.sd()).hasValue(0);
    }

    @Test
    void oneValueHasNoStandardDeviation() {
        assertThat(Distribution.ofSorting(new double[] {5, 9}, 1))
                .satisfies(one -> assertThat(one.sd()).isEmpty())
                .satisfies(one -> assertThat(one.mean()).isEqualTo(5))
                .satisfies(one -> assertThat(one.q75()).isEqualTo(5));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofSorting(new double[] {}, 0));
    }
}
