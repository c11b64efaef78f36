package tandem.experiment.scenario.claim;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * The cells of a claim, by positions of factors and levels.
 *
 * @param fixed by factor the level that {@code where} names, in the order of the file
 * @param compared the factor whose levels are compared; {@link #NONE} where there is none
 * @param levels those that are compared, in order
 * @param isComplete whether everything that was named exists
 */
record Selection(
        ImmutableMap<Integer, Integer> fixed, int compared, ImmutableList<Integer> levels, boolean isComplete) {
    static final int NONE = -1;

    Selection incomplete() {
        return new Selection(fixed, compared, levels, false);
    }
}
