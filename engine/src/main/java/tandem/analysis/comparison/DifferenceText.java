package tandem.analysis.comparison;

import java.util.OptionalDouble;
import tandem.analysis.Rounded;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeanDifference;
import tandem.analysis.comparison.means.Verdict;
import tandem.analysis.interval.Interval;
import tandem.measures.Direction;

/** Differences for the eye: numbers down to the second digit of half the interval's width. */
final class DifferenceText {
    static final String NONE = "-";

    private static final double SMALLEST_P = 1e-4;

    private DifferenceText() {}

    static String number(double value, double half) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        return half > 0 ? Rounded.toErrorOf(value, half) : Rounded.toFourDigits(value);
    }

    static String interval(Interval ends) {
        double half = (ends.high() - ends.low()) / 2;
        return "[" + number(ends.low(), half) + ", " + number(ends.high(), half) + "]";
    }

    static String p(OptionalDouble p) {
        return p.isEmpty() ? NONE : p.getAsDouble() < SMALLEST_P ? "<0.0001" : Rounded.toTwoDigits(p.getAsDouble());
    }

    static String verdict(Comparison one) {
        String note = one.judgement().note();
        String word = one.judgement().verdict().text();
        if (one.judgement().verdict() == Verdict.DIFFERENT && one.direction() == Direction.NEITHER) {
            word = one.difference().map(MeanDifference::difference).orElse(0.0) > 0 ? "higher" : "lower";
        }
        return note.isEmpty() ? word : word + " (" + note + ")";
    }
}
