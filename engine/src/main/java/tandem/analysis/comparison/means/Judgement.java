package tandem.analysis.comparison.means;

import java.util.OptionalDouble;
import tandem.analysis.interval.Interval;
import tandem.measures.Direction;

/**
 * A verdict and why it is not another one.
 *
 * @param note empty where the interval says it all
 */
public record Judgement(Verdict verdict, String note) {
    private static final String FEW = "fewer than two values";

    /**
     * The verdict on a difference.
     *
     * @param band half the width of practical equivalence; empty without
     * @param alpha the error the interval was made for
     */
    static Judgement of(MeanDifference difference, Direction direction, OptionalDouble band, double alpha) {
        if (difference.same()) {
            return new Judgement(Verdict.SAME, "");
        }
        if (difference.firstCount() == 0 || difference.secondCount() == 0) {
            return new Judgement(Verdict.MISSING, "no value on one side or on both");
        }
        if (difference.interval().isEmpty()) {
            return new Judgement(Verdict.INCONCLUSIVE, FEW);
        }
        if (difference.missesTooMuch()) {
            return new Judgement(Verdict.INCONCLUSIVE, "over 5 % of the values are undefined or have no partner");
        }
        Interval interval = difference.interval().get();
        boolean point = interval.low() == interval.high();
        if (point && difference.fewest() > alpha) {
            return new Judgement(Verdict.INCONCLUSIVE, "nothing varies, and there are too few values to rely on that");
        }
        if (band.isPresent() && interval.low() >= -band.getAsDouble() && interval.high() <= band.getAsDouble()) {
            return new Judgement(Verdict.EQUIVALENT, "");
        }
        return new Judgement(verdict(interval.sign(), direction), "");
    }

    private static Verdict verdict(int sign, Direction direction) {
        if (sign == 0) {
            return Verdict.INCONCLUSIVE;
        }
        return switch (direction) {
            case LOWER -> sign < 0 ? Verdict.BETTER : Verdict.WORSE;
            case HIGHER -> sign > 0 ? Verdict.BETTER : Verdict.WORSE;
            case NEITHER -> Verdict.DIFFERENT;
        };
    }
}
