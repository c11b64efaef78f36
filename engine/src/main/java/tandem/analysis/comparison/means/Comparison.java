package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalDouble;
import tandem.measures.Direction;

/**
 * One measure in one cell, the second side against the first.
 *
 * @param levels of the kept factors
 * @param first label of the first side; so is {@code second}
 * @param difference empty where one side does not have the measure or the cell
 * @param band half the width of practical equivalence
 */
public record Comparison(
        String measure,
        ImmutableList<String> levels,
        String first,
        String second,
        Direction direction,
        Optional<MeanDifference> difference,
        OptionalDouble band,
        Judgement judgement) {
    static final String NO_CELL = "no such cell is in ";

    /** Whether one side has no such cell. */
    public boolean lacksCell() {
        return difference.isEmpty() && judgement.note().startsWith(NO_CELL);
    }

    /** Whether nothing can be said of chance, since one side has a single value. */
    public boolean hasTooFew() {
        return judgement.verdict() == Verdict.INCONCLUSIVE
                && difference.map(found -> found.interval().isEmpty()).orElse(false);
    }

    /** Whether nothing was decided since too many values have no partner or are undefined. */
    public boolean lacksValues() {
        return judgement.verdict() == Verdict.INCONCLUSIVE
                && difference.map(MeanDifference::missesTooMuch).orElse(false);
    }
}
