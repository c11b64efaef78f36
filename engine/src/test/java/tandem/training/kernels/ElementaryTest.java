package tandem.training.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final int SAMPLES = Integer.getInteger("tandem.samples", 1500);

    @Test
    void preciseFunctionsMatchMpmath() {
        // mpmath 1.3 with mp.dps = 60: nstr(exp(mpf("-3.5")), 40) and so on
        assertThat(PreciseFunctions.exp(-3.5)
                        .subtract(new BigDecimal("0.03019738342231850073978629236361984507166"))
                        .abs())
                .isLessThan(new BigDecimal("1e-35"));
        assertThat(PreciseFunctions.log(3.5)
                        .subtract(new BigDecimal("1.252762968495367995688120621985003161562"))
                        .abs())
                .isLessThan(new BigDecimal("1e-33"));
        assertThat(PreciseFunctions.log1p(0.125)
                        .subtract(new BigDecimal("0.1177830356563834545387941094705217050685"))
                        .abs())
                .isLessThan(new BigDecimal("1e-34"));
        assertThat(PreciseFunctions.tanh(0.25)
                        .subtract(new BigDecimal("0.2449186624037091292778011314910169575066"))
                        .abs())
                .isLessThan(new BigDecimal("1e-34"));
    }

    @Test
    void expIsWithinOneUlp() {
        assertThat(worst(Elementary::exp, PreciseFunctions::exp, -708, 709)).isLessThan(1);
        assertThat(worst(Elementary::exp, PreciseFunctions::exp, -1, 1)).isLessThan(1);
    }

    @Test
    void logIsWithinOneUlp() {
        assertThat(worstByOctave(Elementary::log, PreciseFunctions::log, -1022, 1023))
                .isLessThan(1);
        assertThat(worst(Elementary::log, PreciseFunctions::log, 0.5, 2)).isLessThan(1);
    }

    @Test
    void log1pIsWithinOneUlp() {
        assertThat(worstByOctave(Elementary::log1p, PreciseFunctions::log1p, -1000, 1000))
                .isLessThan(1);
        assertThat(worst(Elementary::log1p, PreciseFunctions::log1p, -0.999, 2)).isLessThan(1);
    }

    @Test
    void tanhIsWithinTwoUlps() {
        assertThat(worst(Elementary::tanh, PreciseFunctions::tanh, -20, 20)).isLessThan(2);
        assertThat(worst(Elementary::tanh, PreciseFunctions::tanh, 0, 0.6)).isLessThan(2);
        assertThat(worst(Elementary::tanh, PreciseFunctions::tanh, 0.54, 1.5)).isLessThan(2);
        assertThat(worstByOctave(Elementary::tanh, PreciseFunctions::tanh, -1000, -2))
                .isLessThan(2);
    }

    @Test
    void sigmoidIsWithinTwoUlps() {
        assertThat(worst(Elementary::sigmoid, PreciseFunctions::sigmoid, -700, 40))
                .isLessThan(2);
        assertThat(worst(Elementary::sigmoid, PreciseFunctions::sigmoid, -8, 8)).isLessThan(2);
    }

    private static double worst(
            DoubleUnaryOperator computed, DoubleFunction<BigDecimal> exact, double low, double high) {
        var random = new SplittableRandom(1);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            worst = Math.max(worst, PreciseFunctions.ulps(computed, exact, random.nextDouble(low, high)));
        }
        return worst;
    }

    /** Over positive arguments whose exponents are spread evenly. */
    private static double worstByOctave(
            DoubleUnaryOperator computed, DoubleFunction<BigDecimal> exact, int low, int high) {
        var random = new SplittableRandom(2);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = Math.scalb(random.nextDouble(1, 2), random.nextInt(low, high));
            worst = Math.max(worst, PreciseFunctions.ulps(computed, exact, x));
        }
        return worst;
    }

    @Test
    void expIsZeroBelowItsDomainAndInfiniteAbove() {
        assertThat(Elementary.exp(-708.0000001)).isZero();
        assertThat(Elementary.exp(-708)).isPositive();
        assertThat(Elementary.exp(709)).isFinite();
        assertThat(Elementary.exp(709.0000001)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(1e300)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(-1e300)).isZero();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
    }

    @Test
    void expOfZeroIsOne() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1);
        assertThat(Elementary.exp(Double.MIN_VALUE)).isEqualTo(1);
    }

    @Test
    void logarithmsKnowTheirEdges() {
        assertThat(Elementary.log(1)).isZero();
        assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log(Double.NaN)).isNaN();
        assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.log1p(0)).isZero();
        assertThat(Elementary.log1p(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log1p(-1.5)).isNaN();
        assertThat(Elementary.log1p(Double.NaN)).isNaN();
        assertThat(Elementary.log1p(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void logarithmsReachSubnormalNumbers() {
        // ln(2^-1074) = -1074 ln 2
        assertThat(PreciseFunctions.ulps(
                        Elementary::log, x -> PreciseFunctions.log(1).add(lnOfSmallest()), Double.MIN_VALUE))
                .isLessThan(1);
        assertThat(Elementary.log1p(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.log1p(1e-310)).isEqualTo(1e-310);
    }

    private static BigDecimal lnOfSmallest() {
        return PreciseFunctions.log(2).multiply(BigDecimal.valueOf(-1074));
    }

    @Test
    void tanhSaturatesIsOddAndKeepsTheSignOfZero() {
        assertThat(Elementary.tanh(20)).isEqualTo(1);
        assertThat(Elementary.tanh(-1e300)).isEqualTo(-1);
        assertThat(Elementary.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.NaN)).isNaN();
        assertThat(Double.doubleToRawLongBits(Elementary.tanh(-0.0))).isEqualTo(Long.MIN_VALUE);
        assertThat(Elementary.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        for (double x = 0.01; x < 3; x += 0.01) {
            assertThat(Elementary.tanh(-x)).isEqualTo(-Elementary.tanh(x));
        }
    }

    @Test
    void sigmoidSaturates() {
        assertThat(Elementary.sigmoid(0)).isEqualTo(0.5);
        assertThat(Elementary.sigmoid(40)).isEqualTo(1);
        assertThat(Elementary.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.sigmoid(-709.1)).isZero();
        assertThat(Elementary.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.sigmoid(Double.NaN)).isNaN();
    }

    @Test
    void nothingFallsWhereTheFormulaChanges() {
        assertRisesAround(Elementary::exp, 0.5 * 0x1.62e42fefa39efp-1);
        assertRisesAround(Elementary::exp, 708.5);
        assertRisesAround(Elementary::log, 0x1.6a09e667f3bcdp0);
        assertRisesAround(Elementary::log1p, 0x1.6a09e667f3bcdp0 - 1);
        assertRisesAround(Elementary::tanh, 0.55);
        assertRisesAround(Elementary::tanh, 20);
    }

    /** Steps of 8 ulps, where each function grows by more than its error or not at all. */
    private static void assertRisesAround(DoubleUnaryOperator function, double x) {
        double step = 8 * Math.ulp(x);
        for (int i = -50; i < 50; i++) {
            assertThat(function.applyAsDouble(x + (i + 1) * step))
                    .isGreaterThanOrEqualTo(function.applyAsDouble(x + i * step));
        }
    }
}
