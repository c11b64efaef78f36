package tandem.analysis.comparison.means;

import java.util.Optional;
import java.util.OptionalDouble;
import tandem.analysis.interval.Interval;

/**
 * Two means and how far they are apart, the second minus the first.
 *
 * @param paired whether replicates were compared one by one
 * @param firstCount values behind the first mean; so is {@code secondCount}; the number of pairs where paired
 * @param missing values without a partner, or undefined, on either side
 * @param difference {@code secondMean - firstMean}; where paired, the mean of the differences
 * @param interval of the difference, Student's; empty where there are too few values
 * @param effect paired: Cohen's d_z; otherwise Hedges' g; empty where nothing varies
 * @param p two-sided, of Student's paired or of Welch's test, for this comparison alone; empty where there is no interval
 *     or nothing varies
 * @param rankP two-sided, of Wilcoxon's signed-rank or rank-sum test; empty unless asked for
 * @param fewest smallest two-sided p that any test of ranks could give with so many values
 * @param same whether there is no difference in any value
 */
public record MeanDifference(
        boolean paired,
        int firstCount,
        int secondCount,
        int missing,
        double firstMean,
        double secondMean,
        double difference,
        Optional<Interval> interval,
        OptionalDouble effect,
        OptionalDouble p,
        OptionalDouble rankP,
        double fewest,
        boolean same) {

    /** Largest share of values that may be missing: what is missing may be what matters. */
    private static final double MOST_MISSING = 0.05;

    /** Of values that were divided by a unit, in their own. */
    MeanDifference times(double unit) {
        return new MeanDifference(
                paired,
                firstCount,
                secondCount,
                missing,
                firstMean * unit,
                secondMean * unit,
                difference * unit,
                interval.map(ends -> new Interval(ends.low() * unit, ends.high() * unit)),
                effect,
                p,
                rankP,
                fewest,
                same);
    }

    boolean missesTooMuch() {
        int all = paired ? firstCount + missing : firstCount + secondCount + missing;
        return missing > MOST_MISSING * all;
    }
}
