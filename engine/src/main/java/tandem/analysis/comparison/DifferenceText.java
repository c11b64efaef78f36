package tandem.analysis.comparison;

import java.util.Locale;
import java.util.OptionalDouble;
import tandem.analysis.Rounded;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeanDifference;
import tandem.analysis.comparison.means.Verdict;
import tandem.analysis.interval.Interval;

/** Differences for the eye: numbers down to the second digit of half the interval's width, but never a zero that is none. */
final class DifferenceText {
    static final String NONE = "-";

    private static final double SMALLEST_P = 1e-4;
    private static final double LARGEST_P = 0.995;
    private static final int WIDEST_FIELD = 40;

    private DifferenceText() {}

    static String number(double value, double half) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (!(half > 0)) {
            return Rounded.toFourDigits(value);
        }
        String text = Rounded.toErrorOf(value, half);
        // An end of an interval beside zero decides a verdict.
        boolean isLost = value != 0 && Double.parseDouble(text) == 0;
        return isLost ? Rounded.toTwoDigits(value) : text;
    }

    static String interval(Interval ends) {
        double half = (ends.high() - ends.low()) / 2;
        return "[" + number(ends.low(), half) + ", " + number(ends.high(), half) + "]";
    }

    static String p(OptionalDouble p) {
        if (p.isEmpty()) {
            return NONE;
        }
        double value = p.getAsDouble();
        return value < SMALLEST_P ? "<0.0001" : value >= LARGEST_P ? "1.0" : Rounded.toTwoDigits(value);
    }

    /** To two decimals; nothing is less than zero by a sign alone. */
    static String effect(OptionalDouble effect) {
        if (effect.isEmpty()) {
            return NONE;
        }
        String text = String.format(Locale.ROOT, "%.2f", effect.getAsDouble());
        return text.equals("-0.00") ? "0.00" : text;
    }

    /** The verdict in a word; of a measure without a better side, on which side it lies. */
    static String verdict(Comparison one) {
        if (one.judgement().verdict() != Verdict.DIFFERENT) {
            return one.judgement().verdict().text();
        }
        return one.difference().map(MeanDifference::difference).orElse(0.0) > 0 ? "higher" : "lower";
    }

    /** A field of a table, not too wide. */
    static String field(String field) {
        if (field.length() > WIDEST_FIELD) {
            return field.substring(0, WIDEST_FIELD) + "...";
        }
        return field.isEmpty() ? "(empty)" : field;
    }
}
