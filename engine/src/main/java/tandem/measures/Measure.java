package tandem.measures;

import com.google.errorprone.annotations.Immutable;

/**
 * A number computed from one split of one run: a column {@code <split>_<measure>} of runs.csv. A new measure is a new
 * constant of one of the enums, with its documentation and a branch in {@link #of}: schema and data dictionary follow.
 *
 * <p>Not sealed, because measures of single examples have a package of their own and a sealed family must share one.
 */
public interface Measure {

    /**
     * A measure in words.
     *
     * @param column name in tables, after the split's: {@code validation_min_loss}
     * @param range possible values as an interval
     * @param definition one clause that says how the number is computed, edge cases included
     */
    @Immutable
    record Description(String column, String unit, String range, String definition) {}

    Description description();

    default String column() {
        return description().column();
    }

    default String unit() {
        return description().unit();
    }

    default String range() {
        return description().range();
    }

    default String definition() {
        return description().definition();
    }

    /** Whether a model is better for less of it, or for more. */
    Direction direction();

    /** Whether every value is a whole number. */
    boolean isCount();

    /** Whether only the train split has it. */
    default boolean ofTrainOnly() {
        return false;
    }

    /** Smallest T with a value; shorter trajectories give {@link Reason#TOO_SHORT}. */
    int minimumEpochs();

    /** The measure of one split of one run. */
    Measured of(SplitResult result);
}
