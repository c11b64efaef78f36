package tandem.analysis.comparison.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Differences of means against R 4.2.2 and SciPy 1.17.1, which agree to 15 digits. */
final class MeanTestsTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);
    private static final double[] A = {0.31, 0.28, 0.35, 0.30, 0.33, 0.29, 0.36, 0.27};
    private static final double[] B = {0.33, 0.27, 0.39, 0.34, 0.38, 0.33, 0.37, 0.31};
    private static final double[] C = {12.1, 11.4, 13.3, 12.9, 12.0};
    private static final double[] D = {14.2, 13.1, 15.8, 12.7, 14.9, 16.0, 13.5};
    private static final double NONE = Double.NaN;

    private static Values.Each each(double... values) {
        return new Values.Each(ImmutableDoubleArray.copyOf(values));
    }

    private static MeanDifference paired(Values.Each a, Values.Each b, double alpha) {
        return new MeanTests(true).paired(a, b, alpha);
    }

    /** R: r = t.test(b, a, paired=TRUE, conf.level=...); r$conf.int, r$p.value; mean(b-a)/sd(b-a). */
    @Test
    void pairsGiveStudentsIntervalOfTheirDifferences() {
        var found = paired(each(A), each(B), 0.05);
        assertThat(found.paired()).isTrue();
        assertThat(found.firstCount()).isEqualTo(8);
        assertThat(found.difference()).isCloseTo(0.02875, within(1e-15));
        assertThat(found.interval().orElseThrow().low()).isCloseTo(0.011770334814002692, ROUNDING);
        assertThat(found.interval().orElseThrow().high()).isCloseTo(0.045729665185997324, ROUNDING);
        assertThat(found.p().orElseThrow()).isCloseTo(0.005164966868807347, ROUNDING);
        assertThat(found.effect().orElseThrow()).isCloseTo(1.4155521462623266, ROUNDING);
        // conf.level = 1 - 0.05/7
        var corrected = paired(each(A), each(B), 0.05 / 7).interval().orElseThrow();
        assertThat(corrected.low()).isCloseTo(0.0018029873142288045, ROUNDING);
        assertThat(corrected.high()).isCloseTo(0.05569701268577122, ROUNDING);
    }

    /**
     * R: r = t.test(d, c, conf.level=0.99); r$conf.int, r$p.value; sp = sqrt((4*var(c)+6*var(d))/10);
     * gamma(5)/(sqrt(5)*gamma(4.5))*(mean(d)-mean(c))/sp. SciPy: stats.ttest_ind(d, c, equal_var=False).
     */
    @Test
    void independentSamplesGiveWelchsIntervalAndHedgesEffect() {
        var found = new MeanTests(false).unpaired(each(C), each(D), 0.01);
        assertThat(found.paired()).isFalse();
        assertThat(found.firstCount()).isEqualTo(5);
        assertThat(found.secondCount()).isEqualTo(7);
        assertThat(found.firstMean()).isCloseTo(12.34, ROUNDING);
        assertThat(found.secondMean()).isCloseTo(14.314285714285715, ROUNDING);
        assertThat(found.interval().orElseThrow().low()).isCloseTo(0.07181979108039226, ROUNDING);
        assertThat(found.interval().orElseThrow().high()).isCloseTo(3.876751637491038, ROUNDING);
        assertThat(found.p().orElseThrow()).isCloseTo(0.00817876025845992, ROUNDING);
        assertThat(found.effect().orElseThrow()).isCloseTo(1.6333220504801942, ROUNDING);
        assertThat(found.rankP()).isEmpty();
    }

    @Test
    void momentsAloneGiveTheSame() {
        // R: mean(c), var(c), mean(d), var(d)
        var c = new Values.Moments(5, 12.34, 0.573);
        var d = new Values.Moments(7, 14.314285714285715, 1.6914285714285724);
        var found = new MeanTests(true).unpaired(c, d, 0.01);
        var whole = new MeanTests(true).unpaired(each(C), each(D), 0.01);
        assertThat(found.p().orElseThrow()).isCloseTo(whole.p().orElseThrow(), ROUNDING);
        assertThat(found.effect().orElseThrow()).isCloseTo(whole.effect().orElseThrow(), ROUNDING);
        assertThat(found.rankP()).isEmpty();
        assertThat(whole.rankP()).isPresent();
    }

    @Test
    void exchangedSidesChangeSignsOnly() {
        for (boolean pairs : new boolean[] {true, false}) {
            var tests = new MeanTests(true);
            var there = pairs ? tests.paired(each(A), each(B), 0.05) : tests.unpaired(each(C), each(D), 0.05);
            var back = pairs ? tests.paired(each(B), each(A), 0.05) : tests.unpaired(each(D), each(C), 0.05);
            assertThat(back.difference()).isCloseTo(-there.difference(), ROUNDING);
            assertThat(back.interval().orElseThrow().low())
                    .isCloseTo(-there.interval().orElseThrow().high(), ROUNDING);
            assertThat(back.effect().orElseThrow()).isCloseTo(-there.effect().orElseThrow(), ROUNDING);
            assertThat(back.p().orElseThrow()).isCloseTo(there.p().orElseThrow(), ROUNDING);
            assertThat(back.rankP().orElseThrow()).isCloseTo(there.rankP().orElseThrow(), ROUNDING);
        }
    }

    @Test
    void replicatesWithoutAPartnerAreLeftOutAndCounted() {
        var found = paired(each(1, 2, NONE, 4, 5), each(2, 4, 6, NONE), 0.05);
        assertThat(found.firstCount()).isEqualTo(2);
        assertThat(found.missing()).isEqualTo(3);
        assertThat(found.difference()).isEqualTo(1.5);
        assertThat(found.firstMean()).isEqualTo(1.5);
    }

    @Test
    void oneValueHasNoIntervalAndNoneHasNothing() {
        var one = paired(each(1), each(2), 0.05);
        assertThat(one.interval()).isEmpty();
        assertThat(one.p()).isEmpty();
        assertThat(one.difference()).isEqualTo(1);
        assertThat(paired(each(NONE), each(2), 0.05).firstCount()).isZero();
        assertThat(new MeanTests(true).unpaired(each(1, 2), each(3), 0.05).interval())
                .isEmpty();
        assertThat(new MeanTests(true).unpaired(each(NONE), each(3), 0.05).rankP())
                .isEmpty();
    }

    @Test
    void noDifferenceIsTheSameWhateverIsUndefinedOnBothSides() {
        assertThat(paired(each(1, NONE, 3), each(1, NONE, 3), 0.05).same()).isTrue();
        assertThat(paired(each(1, NONE, 3), each(1, 2, 3), 0.05).same()).isFalse();
        // 0.1 + 0.2 and 0.3 differ by rounding.
        assertThat(paired(each(0.1 + 0.2, 1), each(0.3, 1), 0.05).same()).isTrue();
        assertThat(new MeanTests(false)
                        .unpaired(each(1, 2, 3), each(3, 1, 2), 0.05)
                        .same())
                .isTrue();
        assertThat(new MeanTests(false)
                        .unpaired(each(1, 2, 3), each(1, 2), 0.05)
                        .same())
                .isFalse();
    }

    @Test
    void equalDifferencesGiveAPointWithoutATest() {
        var found = paired(each(1, 2, 3), each(2, 3, 4), 0.05);
        assertThat(found.interval().orElseThrow().low()).isEqualTo(1);
        assertThat(found.interval().orElseThrow().high()).isEqualTo(1);
        assertThat(found.p()).isEmpty();
        assertThat(found.effect()).isEmpty();
        // All three of one sign: 2 / 2^3.
        assertThat(found.fewest()).isEqualTo(0.25);
        // One choice of 2 of 5 and its mirror: 2 / C(5, 2).
        assertThat(new MeanTests(false)
                        .unpaired(each(1, 1), each(2, 2, 2), 0.05)
                        .fewest())
                .isCloseTo(0.2, ROUNDING);
    }

    @Test
    void valuesOfAnySizeAreJudgedAlike() {
        for (double unit : new double[] {1e-15, 1e-150, 1e150}) {
            var found = paired(scaled(A, unit), scaled(B, unit), 0.05);
            assertThat(found.same()).as("unit " + unit).isFalse();
            // As of the values themselves, by R.
            assertThat(found.p().orElseThrow()).isCloseTo(0.005164966868807347, ROUNDING);
            assertThat(found.effect().orElseThrow()).isCloseTo(1.4155521462623266, ROUNDING);
            assertThat(found.rankP()).isEqualTo(paired(each(A), each(B), 0.05).rankP());
            var apart = new MeanTests(true).unpaired(scaled(C, unit), scaled(D, unit), 0.01);
            assertThat(apart.p().orElseThrow()).isCloseTo(0.00817876025845992, ROUNDING);
            assertThat(apart.rankP())
                    .isEqualTo(
                            new MeanTests(true).unpaired(each(C), each(D), 0.01).rankP());
        }
        // The last bits of values of one half stay rounding.
        assertThat(paired(each(0.5, 0.5 + 1e-16), each(0.5 + 1e-16, 0.5), 0.05).same())
                .isTrue();
    }

    @Test
    void replicatesAreJoinedByWhatTheyAreAndNotByTheirPlace() {
        var first = new Values.Each(ImmutableDoubleArray.of(1, 2, 3), ImmutableIntArray.of(1, 5, 7));
        var second = new Values.Each(ImmutableDoubleArray.of(20, 70, 90, NONE), ImmutableIntArray.of(5, 7, 9, 11));
        var found = paired(first, second, 0.05);
        assertThat(found.firstCount()).isEqualTo(2);
        assertThat(found.missing()).isEqualTo(3);
        assertThat(found.difference()).isEqualTo((18 + 67) / 2.0);
    }

    private static Values.Each scaled(double[] values, double unit) {
        return each(Arrays.stream(values).map(value -> value * unit).toArray());
    }
}
