package tandem.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for the eye; tables hold them in full. */
public final class Rounded {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private static final MathContext EIGHT_DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);

    /** Beyond this many decimals or zeros, powers of ten are easier to read. */
    private static final int WIDEST = 6;

    private Rounded() {}

    /** With zeros at the end where there are fewer digits. */
    public static String toFourDigits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        return text(rounded.setScale(rounded.scale() + FOUR_DIGITS.getPrecision() - rounded.precision()));
    }

    public static String toTwoDigits(double value) {
        return text(new BigDecimal(value).round(TWO_DIGITS));
    }

    /**
     * The value down to the second digit of its error, but at most eight digits: an error of rounding only would give
     * dozens.
     */
    public static String toErrorOf(double value, double error) {
        int scale = new BigDecimal(error).round(TWO_DIGITS).scale();
        return text(
                new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN).round(EIGHT_DIGITS));
    }

    private static String text(BigDecimal rounded) {
        boolean plain = rounded.scale() <= WIDEST && rounded.precision() - rounded.scale() <= WIDEST;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
