package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.examples.TestOutcomes.value;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import tandem.measures.Measured;
import tandem.measures.Reason;

class LossDistributionTest {
    private static final double[] LOSSES = {2.5, 0.05, 0.11, 6.0, 0.3, 0.31, 0.02, 1.2, 0.7, 0.05};

    private static LossDistribution of(double... losses) {
        return LossDistribution.of(TestOutcomes.ofLosses(losses));
    }

    private static Measured undefined(Reason reason) {
        return new Measured.Undefined(reason);
    }

    @Test
    void quantilesAreThoseOfNumpy() {
        // np.quantile(l, [.01, .05, .25, .5, .75, .95, .99])
        double[] levels = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
        double[] expected = {0.0227, 0.0335, 0.065, 0.305, 1.075, 4.424999999999996, 5.6850000000000005};
        for (int i = 0; i < levels.length; i++) {
            assertThat(value(of(LOSSES).quantile(levels[i]))).isCloseTo(expected[i], within(1e-15));
        }
        assertThat(value(of(LOSSES).max())).isEqualTo(6);
    }

    @Test
    void quantilesAreThoseOfCommonsMath() {
        var percentile = new Percentile().withEstimationType(EstimationType.R_7);
        for (int n = 1; n < 40; n++) {
            double[] losses = new SplittableRandom(n).doubles(n, 0, 5).toArray();
            for (double q : new double[] {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
                assertThat(value(of(losses).quantile(q)))
                        .isCloseTo(percentile.evaluate(losses, 100 * q), within(1e-14));
            }
        }
    }

    @Test
    void shapeIsThatOfScipy() {
        // scipy.stats.skew(l), scipy.stats.kurtosis(l): both without correction for n
        assertThat(value(of(LOSSES).skewness())).isCloseTo(1.9884533215249667, within(1e-14));
        assertThat(value(of(LOSSES).kurtosis())).isCloseTo(2.7039645824910004, within(1e-13));
    }

    @Test
    void bowleyComparesTheQuartersBesideTheMedian() {
        // quartiles 0.065, 0.305, 1.075 by hand: (1.075 + 0.065 - 0.61) / 1.01
        assertThat(value(of(LOSSES).bowley())).isCloseTo(0.53 / 1.01, within(1e-15));
    }

    @Test
    void giniIsHalfTheMeanDifferenceOverTheMean() {
        // np.abs(np.subtract.outer(l, l)).mean() / (2 * l.mean())
        assertThat(value(of(LOSSES).gini())).isCloseTo(0.6983985765124556, within(1e-15));
        // all of it on one of four examples: 1 - 1/4
        assertThat(value(of(0, 0, 3, 0).gini())).isEqualTo(0.75);
    }

    @Test
    void theTopShareIsOfExactlyTheShareOfTheExamples() {
        // 5 % of 50 are 2.5 examples: 10 + 8 + 6 / 2 of 10 + 8 + 6 + 47
        double[] losses = new double[50];
        Arrays.fill(losses, 1);
        losses[7] = 6;
        losses[20] = 10;
        losses[49] = 8;
        assertThat(value(of(losses).topShare(0.05))).isCloseTo(21.0 / 71, within(1e-15));
        // 5 % of one example carry 5 % of its loss
        assertThat(value(of(3).topShare(0.05))).isCloseTo(0.05, within(1e-17));
        assertThat(value(of(LOSSES).topShare(1))).isEqualTo(1);
    }

    @Test
    void equalLossesHaveNoShapeButAGiniOfZero() {
        for (double loss : new double[] {Math.sqrt(2), 1234567.1, 1e-300, 0.1}) {
            var equal = of(loss, loss, loss, loss, loss, loss, loss);
            assertThat(equal.skewness()).isEqualTo(undefined(Reason.EQUAL_LOSSES));
            assertThat(equal.kurtosis()).isEqualTo(undefined(Reason.EQUAL_LOSSES));
            assertThat(equal.bowley()).isEqualTo(undefined(Reason.EQUAL_QUARTILES));
            assertThat(value(equal.gini())).isEqualTo(0);
            assertThat(value(equal.topShare(0.05))).isCloseTo(0.05, within(1e-15));
        }
    }

    @Test
    void theRoundingOfALargeMeanIsNoSpread() {
        for (int n = 2; n < 100; n++) {
            double[] losses = new double[n];
            Arrays.fill(losses, 1e6 / 3);
            assertThat(of(losses).skewness()).isEqualTo(undefined(Reason.EQUAL_LOSSES));
        }
        // m2 = 2.5e-25 and 2.5e-23
        assertThat(of(1e-12, 2e-12).skewness()).isEqualTo(undefined(Reason.EQUAL_LOSSES));
        assertThat(value(of(1e-11, 2e-11).skewness())).isCloseTo(0, within(1e-9));
    }

    @Test
    void aLossOfZeroHasNoShares() {
        var none = of(0, 0, 0);
        assertThat(none.gini()).isEqualTo(undefined(Reason.ZERO_LOSS));
        assertThat(none.topShare(0.05)).isEqualTo(undefined(Reason.ZERO_LOSS));
        assertThat(none.skewness()).isEqualTo(undefined(Reason.EQUAL_LOSSES));
        assertThat(value(none.quantile(0.5))).isEqualTo(0);
    }

    @Test
    void oneExampleIsEveryQuantile() {
        var one = of(0.7);
        assertThat(value(one.quantile(0.01))).isEqualTo(0.7);
        assertThat(value(one.quantile(0.99))).isEqualTo(0.7);
        assertThat(one.skewness()).isEqualTo(undefined(Reason.EQUAL_LOSSES));
        assertThat(one.bowley()).isEqualTo(undefined(Reason.EQUAL_QUARTILES));
        assertThat(value(one.gini())).isEqualTo(0);
    }

    @Test
    void hugeAndTinyLossesKeepTheShape() {
        double[] small = {0, 0, 0, 1};
        double expected = value(of(small).skewness());
        // m2 = 3/16, m3 = 3/32 by hand
        assertThat(expected).isCloseTo(2 / Math.sqrt(3), within(1e-15));
        for (double scale : new double[] {0x1p1000, 0x1p400, 0x1p-30}) {
            var shifted = of(0, 0, 0, scale);
            assertThat(value(shifted.skewness())).isEqualTo(expected);
            assertThat(value(shifted.gini())).isEqualTo(0.75);
        }
    }
}
