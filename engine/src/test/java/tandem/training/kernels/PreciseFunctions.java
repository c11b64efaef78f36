package tandem.training.kernels;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** Elementary functions to at least 45 digits, by their power series, to measure others against. */
final class PreciseFunctions {
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-62");
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal LN2 = twiceArtanh(BigDecimal.ONE.divide(new BigDecimal(3), DIGITS));

    private PreciseFunctions() {}

    /** Error of {@code computed} at x, in units in the last place of the exact value. */
    static double ulps(DoubleUnaryOperator computed, DoubleFunction<BigDecimal> exact, double x) {
        BigDecimal value = exact.apply(x);
        double ulp = Math.ulp(value.doubleValue());
        return new BigDecimal(computed.applyAsDouble(x))
                .subtract(value)
                .divide(new BigDecimal(ulp), MathContext.DECIMAL64)
                .abs()
                .doubleValue();
    }

    static BigDecimal exp(double x) {
        return exp(new BigDecimal(x));
    }

    static BigDecimal log(double x) {
        int exponent = Math.getExponent(x);
        BigDecimal mantissa = new BigDecimal(Math.scalb(x, -exponent));
        BigDecimal s = mantissa.subtract(BigDecimal.ONE).divide(mantissa.add(BigDecimal.ONE), DIGITS);
        return twiceArtanh(s).add(LN2.multiply(BigDecimal.valueOf(exponent), DIGITS), DIGITS);
    }

    static BigDecimal log1p(double x) {
        BigDecimal exact = new BigDecimal(x);
        if (Math.abs(x) < 0.5) {
            return twiceArtanh(exact.divide(exact.add(TWO), DIGITS));
        }
        BigDecimal sum = exact.add(BigDecimal.ONE, DIGITS);
        int exponent = Math.getExponent(sum.doubleValue());
        BigDecimal mantissa = sum.divide(new BigDecimal(Math.scalb(1.0, exponent)), DIGITS);
        BigDecimal s = mantissa.subtract(BigDecimal.ONE).divide(mantissa.add(BigDecimal.ONE), DIGITS);
        return twiceArtanh(s).add(LN2.multiply(BigDecimal.valueOf(exponent), DIGITS), DIGITS);
    }

    /** By the odd and even parts of the exponential series, which do not cancel. */
    static BigDecimal tanh(double x) {
        if (Math.abs(x) > 1) {
            BigDecimal square = exp(2 * x);
            return square.subtract(BigDecimal.ONE).divide(square.add(BigDecimal.ONE), DIGITS);
        }
        BigDecimal exact = new BigDecimal(x);
        BigDecimal odd = BigDecimal.ZERO;
        BigDecimal even = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            if (k % 2 == 1) {
                even = even.add(term, DIGITS);
            } else {
                odd = odd.add(term, DIGITS);
            }
            term = term.multiply(exact, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
        }
        return odd.divide(even, DIGITS);
    }

    static BigDecimal sigmoid(double x) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(-x), DIGITS), DIGITS);
    }

    /** The series at x / 2^20, squared 20 times. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal reduced = x.divide(BigDecimal.valueOf(1 << 20), DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; term.abs().compareTo(NEGLIGIBLE) > 0; k++) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(reduced, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static BigDecimal twiceArtanh(BigDecimal s) {
        BigDecimal square = s.multiply(s, DIGITS);
        BigDecimal power = s;
        BigDecimal sum = s;
        BigDecimal bound = s.abs().multiply(NEGLIGIBLE, DIGITS);
        for (int k = 3; power.abs().compareTo(bound) > 0; k += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
        }
        return sum.multiply(TWO, DIGITS);
    }
}
