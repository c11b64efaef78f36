package tandem.training.kernels;

/**
 * Elementary functions of one number, from fma and exact operations only, so that every machine and compiler gives the same bits;
 * {@link VectorElementary} repeats them operation by operation.
 *
 * <p>Largest errors found among 100,000 arguments a function and range, in units in the last place against 45 exact digits: exp 0.92, log 0.79,
 * log1p 0.79, tanh 1.42 (0.70 below 0.55), sigmoid 1.50; ElementaryTest samples them anew. The polynomials are near-minimax, found by the Remez
 * exchange algorithm in 60 digits and rounded to double.
 */
public final class Elementary {

    static final double LOG2_E = 0x1.71547652b82fep0;
    static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

    /** Adding and subtracting it rounds to an integer, which then stands in the low bits. */
    static final double ROUNDER = 0x1.8p52;

    static final double EXPONENT_ROUNDER = ROUNDER + 1023;

    /** exp is 0 below, where the exact value nears the subnormal numbers: the scale factor of the result stays one normal number. */
    static final double EXP_LOWEST = -708;

    /** exp is infinite above. */
    static final double EXP_HIGHEST = 709;

    /** {@code exp(r) = 1 + r + r^2 (E2 + E3 r + ... + E11 r^9)} for {@code |r| <= ln(2) / 2}; error of the polynomial 1.2e-17. */
    static final double E2 = 0x1.0000000000001p-1;

    static final double E3 = 0x1.5555555555558p-3;
    static final double E4 = 0x1.5555555553d4fp-5;
    static final double E5 = 0x1.111111110f7eep-7;
    static final double E6 = 0x1.6c16c17893b51p-10;
    static final double E7 = 0x1.a01a01b016304p-13;
    static final double E8 = 0x1.a019b8eec1b93p-16;
    static final double E9 = 0x1.71ddf697b5111p-19;
    static final double E10 = 0x1.2891a96e7bc1fp-22;
    static final double E11 = 0x1.af635feb6685ep-26;

    /** {@code ln((1 + s) / (1 - s)) = 2 s + s^3 (L1 + L2 s^2 + ... + L7 s^12)} for {@code |s| <= 3 - sqrt(8)}; error of the polynomial 1.6e-18. */
    static final double L1 = 0x1.5555555555558p-1;

    static final double L2 = 0x1.99999999951bep-2;
    static final double L3 = 0x1.2492492e0f0a4p-2;
    static final double L4 = 0x1.c71c62c2129f3p-3;
    static final double L5 = 0x1.7462be2d80302p-3;
    static final double L6 = 0x1.39fd33ebf731fp-3;
    static final double L7 = 0x1.2b662be05b4e7p-3;

    static final long MANTISSA = 0x000fffffffffffffL;

    /** Added to the bits before the exponent is cut off, so that the mantissa left lies in [sqrt(1/2), sqrt(2)). */
    static final long HALF_OCTAVE = Double.doubleToRawLongBits(1.0) - Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);

    static final long ONE = Double.doubleToRawLongBits(1.0);

    /** The bits of 2^52: an integer or-ed into them, less {@link #EXPONENT_OFFSET}, is that integer less the exponent's bias, as a double. */
    static final long EXPONENT_CARRIER = Double.doubleToRawLongBits(0x1p52);

    static final double EXPONENT_OFFSET = 0x1p52 + 1023;

    static final double TANH_SATURATED = 20;

    /** Below this magnitude {@code tanh(x) = x + x^3 (T1 + T2 x^2 + ... + T11 x^20)}, where {@code e^2x - 1} would cancel; error of the polynomial 1e-17. */
    static final double TANH_SMALL = 0.55;

    static final double T1 = -0x1.5555555555555p-2;
    static final double T2 = 0x1.1111111111006p-3;
    static final double T3 = -0x1.ba1ba1b9f9915p-5;
    static final double T4 = 0x1.664f4875326b9p-6;
    static final double T5 = -0x1.226e3298e2e1fp-7;
    static final double T6 = 0x1.d6d3272e54001p-9;
    static final double T7 = -0x1.7d96af5a592f2p-10;
    static final double T8 = 0x1.34ba8dcd3739ap-11;
    static final double T9 = -0x1.eb8ce830bab67p-13;
    static final double T10 = 0x1.634f2bf90b4f5p-14;
    static final double T11 = -0x1.5500b79fd198cp-16;

    private Elementary() {}

    /** {@code e^x} for x in [-708, 709]; 0 below, infinite above, NaN for NaN. */
    public static double exp(double x) {
        double n = Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
        double r = reduced(x, n);
        double p = Math.fma(Math.fma(expTail(r), r, 1), r, 1);
        double value = p * powerOfTwo(n);
        value = x < EXP_LOWEST ? 0 : value;
        return x > EXP_HIGHEST ? Double.POSITIVE_INFINITY : value;
    }

    private static double reduced(double x, double n) {
        return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    }

    /** {@code (exp(r) - 1 - r) / r^2}. */
    private static double expTail(double r) {
        double q = Math.fma(E11, r, E10);
        q = Math.fma(q, r, E9);
        q = Math.fma(q, r, E8);
        q = Math.fma(q, r, E7);
        q = Math.fma(q, r, E6);
        q = Math.fma(q, r, E5);
        q = Math.fma(q, r, E4);
        q = Math.fma(q, r, E3);
        q = Math.fma(q, r, E2);
        return q;
    }

    /** {@code 2^n} for an integer n in [-1022, 1023]. */
    private static double powerOfTwo(double n) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(n + EXPONENT_ROUNDER) << 52);
    }

    /** Natural logarithm; negative infinity at 0, NaN below and for NaN. */
    public static double log(double x) {
        return logOfSum(0, x);
    }

    /** {@code ln(1 + x)}; negative infinity at -1, NaN below and for NaN. */
    public static double log1p(double x) {
        return logOfSum(1, x);
    }

    /** {@code ln(addend + x)}, what the sum loses in rounding being added as a first-order correction. */
    static double logOfSum(double addend, double x) {
        double u = x + addend;
        double b = u - addend;
        double correction = ((addend - (u - b)) + (x - b)) / u;
        correction = Double.isNaN(correction) ? 0 : correction;
        boolean tiny = u < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(tiny ? u * 0x1p54 : u) + HALF_OCTAVE;
        double k = Double.longBitsToDouble(bits >>> 52 | EXPONENT_CARRIER) - EXPONENT_OFFSET;
        k = tiny ? k - 54 : k;
        double f = Double.longBitsToDouble((bits & MANTISSA) + (ONE - HALF_OCTAVE)) - 1;
        double s = f / (f + 2);
        double z = s * s;
        double p = Math.fma(L7, z, L6);
        p = Math.fma(p, z, L5);
        p = Math.fma(p, z, L4);
        p = Math.fma(p, z, L3);
        p = Math.fma(p, z, L2);
        p = Math.fma(p, z, L1);
        double h = f * 0.5 * f;
        double low = Math.fma(s, Math.fma(p, z, h), Math.fma(k, LN2_LOW, correction));
        double value = Math.fma(k, LN2_HIGH, f - (h - low));
        value = u == Double.POSITIVE_INFINITY ? u : value;
        value = u == 0 ? Double.NEGATIVE_INFINITY : value;
        return u >= 0 ? value : Double.NaN;
    }

    /** {@code (e^2x - 1) / (e^2x + 1)}; odd, NaN for NaN. */
    public static double tanh(double x) {
        double magnitude = Math.abs(x);
        double small = smallTanh(magnitude);
        double large = largeTanh(magnitude > TANH_SATURATED ? TANH_SATURATED : magnitude);
        return Math.copySign(magnitude < TANH_SMALL ? small : large, x);
    }

    private static double smallTanh(double x) {
        double z = x * x;
        double p = Math.fma(T11, z, T10);
        p = Math.fma(p, z, T9);
        p = Math.fma(p, z, T8);
        p = Math.fma(p, z, T7);
        p = Math.fma(p, z, T6);
        p = Math.fma(p, z, T5);
        p = Math.fma(p, z, T4);
        p = Math.fma(p, z, T3);
        p = Math.fma(p, z, T2);
        p = Math.fma(p, z, T1);
        return Math.fma(p * z, x, x);
    }

    private static double largeTanh(double x) {
        double y = 2 * x;
        double n = Math.fma(y, LOG2_E, ROUNDER) - ROUNDER;
        double r = reduced(y, n);
        double excess = Math.fma(expTail(r) * r, r, r);
        double scale = powerOfTwo(n);
        double t = Math.fma(scale, excess, scale - 1);
        return t / (t + 2);
    }

    /** {@code 1 / (1 + e^-x)}, what the sum loses in rounding being made up for in first order; 0 below -709, NaN for NaN. */
    public static double sigmoid(double x) {
        double e = exp(-x);
        double sum = 1 + e;
        double b = sum - 1;
        double lost = (1 - (sum - b)) + (e - b);
        lost = Double.isNaN(lost) ? 0 : lost;
        double value = 1 / sum;
        return Math.fma(-lost * value, value, value);
    }
}
