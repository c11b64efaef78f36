package tandem.analysis.comparison.diff;

import static com.google.common.base.Preconditions.checkArgument;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * How far two fields may lie apart and still be the same: by any one of three measures, each the same from both sides.
 *
 * @param numeric whether fields are compared as numbers where both are; otherwise as text, so that {@code 1} and
 *     {@code 1.0} differ
 * @param absolute {@code |a - b| <= absolute} is the same
 * @param relative {@code |a - b| <= relative max(|a|, |b|)} is the same
 * @param ulps so many doubles further is the same; 0 and -0 are the same
 */
public record Tolerance(boolean numeric, double absolute, double relative, long ulps) {
    /** The same text. */
    public static final Tolerance EXACT = new Tolerance(false, 0, 0, 0);

    public Tolerance {
        checkArgument(
                absolute >= 0 && Double.isFinite(absolute),
                "the absolute tolerance must be 0 or more and finite: %s",
                absolute);
        checkArgument(
                relative >= 0 && Double.isFinite(relative),
                "the relative tolerance must be 0 or more and finite: %s",
                relative);
        checkArgument(ulps >= 0, "ulps must be 0 or more: %s", ulps);
    }

    /** Whether two fields count as the same. */
    boolean covers(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (!numeric) {
            return false;
        }
        double x = number(a);
        double y = number(b);
        if (x == y) {
            return true;
        }
        double distance = Math.abs(x - y);
        return Double.isFinite(distance)
                && (distance <= absolute
                        || distance <= relative * Math.max(Math.abs(x), Math.abs(y))
                        || Long.compareUnsigned(doublesBetween(x, y), ulps) <= 0);
    }

    /** The number in a field; NaN where there is none. Java's suffixes are no part of it: {@code 2d} and {@code 2f} are names. */
    static double number(String text) {
        if (text.isEmpty() || "dDfF".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return Double.NaN;
        }
        try {
            return JavaDoubleParser.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static long doublesBetween(double x, double y) {
        return ordinal(Math.max(x, y)) - ordinal(Math.min(x, y));
    }

    /** Position in the order of all doubles; 0 and -0 share one. */
    private static long ordinal(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }
}
