package tandem.analysis.comparison.means;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Wilcoxon's tests against R 4.2.2 and SciPy 1.17.1. */
final class RankTestsTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

    private static double[] repeated(int times, double... values) {
        return IntStream.range(0, times)
                .boxed()
                .flatMapToDouble(_ -> DoubleStream.of(values))
                .toArray();
    }

    @Test
    void fewDifferencesHaveTheirExactDistribution() {
        // R: wilcox.test(x, exact=TRUE)$p.value; SciPy: stats.wilcoxon(x, method='exact').pvalue
        assertThat(SignedRank.p(new double[] {1.1, -0.4, 2.3, 0.7, -0.2, 1.9, 3.1, 0.5}, 5)
                        .orElseThrow())
                .isCloseTo(0.0390625, ROUNDING);
        // 2 / 2^5: all of one sign
        assertThat(SignedRank.p(new double[] {1, 2, 3, 4, 5}, 9).orElseThrow()).isEqualTo(0.0625);
    }

    @Test
    void tiesAndZerosKeepTheSignedRanksExact() {
        // SciPy, nz without the 0: stats.permutation_test((nz,), lambda z: stats.rankdata(abs(nz))[z>0].sum(),
        // permutation_type='samples', n_resamples=np.inf).pvalue
        assertThat(SignedRank.p(new double[] {1, 1, -1, 2, 2, 3, -2, 1, 0, 4}, 5)
                        .orElseThrow())
                .isCloseTo(0.12109375, ROUNDING);
        // The same with differences of shares, whose last bits differ: 0.9 - 0.8 is not 0.8 - 0.7.
        assertThat(SignedRank.p(
                                new double[] {
                                    0.9 - 0.8, 0.8 - 0.7, 0.6 - 0.7, 0.2, 0.9 - 0.7, 0.3, 0.5 - 0.7, 0.1, 0, 0.4
                                },
                                1)
                        .orElseThrow())
                .isCloseTo(0.12109375, ROUNDING);
        assertThat(SignedRank.p(new double[] {0, 0}, 1)).isEmpty();
    }

    @Test
    void manyDifferencesHaveTheNormalApproximationWithTies() {
        // R: wilcox.test((1:60)/10 - 2.03, exact=FALSE, correct=FALSE)$p.value
        assertThat(SignedRank.p(
                                IntStream.rangeClosed(1, 60)
                                        .mapToDouble(i -> i / 10.0 - 2.03)
                                        .toArray(),
                                6)
                        .orElseThrow())
                .isCloseTo(0.00014990574129693742, ROUNDING);
        // R: wilcox.test(rep(c(-2,-1,1,1,2,3),10), exact=FALSE, correct=FALSE)$p.value
        assertThat(SignedRank.p(repeated(10, -2, -1, 1, 1, 2, 3), 4).orElseThrow())
                .isCloseTo(0.00762904552472532, ROUNDING);
    }

    @Test
    void fewValuesHaveTheExactDistributionOfTheirRankSum() {
        // R: wilcox.test(d, c, exact=TRUE)$p.value; SciPy: stats.mannwhitneyu(d, c, method='exact').pvalue
        double[] c = {12.1, 11.4, 13.3, 12.9, 12.0};
        double[] d = {14.2, 13.1, 15.8, 12.7, 14.9, 16.0, 13.5};
        assertThat(RankSum.p(c, d)).isCloseTo(0.01767676767676768, ROUNDING);
        assertThat(RankSum.p(d, c)).isCloseTo(0.01767676767676768, ROUNDING);
        // SciPy: stats.permutation_test((u, v), lambda x, y: stats.rankdata(np.r_[x, y])[:len(x)].sum(),
        // permutation_type='independent', n_resamples=np.inf).pvalue
        assertThat(RankSum.p(new double[] {1, 2, 2, 3, 5}, new double[] {2, 3, 3, 4, 4, 6}))
                .isCloseTo(0.21212121212121213, ROUNDING);
    }

    @Test
    void manyValuesHaveTheNormalApproximationWithTies() {
        // R: wilcox.test(rep(c(1,2,2,3,5),6), rep(c(2,3,3,4),7), exact=FALSE, correct=FALSE)$p.value
        assertThat(RankSum.p(repeated(6, 1, 2, 2, 3, 5), repeated(7, 2, 3, 3, 4)))
                .isCloseTo(0.040959848701318025, ROUNDING);
        assertThat(RankSum.p(repeated(30, 1), repeated(30, 1))).isEqualTo(1);
    }

    @Test
    void valuesOfAnySizeHaveTheSameRanks() {
        for (double unit : new double[] {1, 1e-15, 1e-300, 1e200}) {
            double[] shares = {0.9 * unit, 0.8 * unit, 0.7 * unit, 0.6 * unit};
            double[] others = {0.8 * unit, 0.7 * unit, 0.5 * unit, 0.3 * unit};
            // SciPy: stats.permutation_test(([9, 8, 7, 6], [8, 7, 5, 3]), lambda x, y: stats.rankdata(np.r_[x,
            // y])[:4].sum(),
            // permutation_type='independent', n_resamples=np.inf).pvalue
            assertThat(RankSum.p(shares, others)).as("unit " + unit).isCloseTo(0.34285714285714286, ROUNDING);
            // The differences 1, 1, 2 and 3 have one sign: 2 / 2^4.
            double[] differences = {shares[0] - others[0], shares[1] - others[1], 2 * unit / 10, 3 * unit / 10};
            assertThat(SignedRank.p(differences, unit).orElseThrow()).isCloseTo(0.125, ROUNDING);
        }
        assertThat(RankSum.p(new double[] {0, 0}, new double[] {0})).isEqualTo(1);
    }
}
