package tandem.measures;

/**
 * A number computed from one split of one run: a column {@code <split>_<measure>} of runs.csv. A new measure is a new
 * constant of one of the enums, with its documentation and a branch in {@link #of}: schema and data dictionary follow.
 *
 * <p>Not sealed, because measures of single examples have a package of their own and a sealed family must share one.
 */
public interface Measure {

    /** Name in tables, after the split's: {@code validation_min_loss}. */
    String column();

    String unit();

    /** Possible values as an interval. */
    String range();

    /** One clause that says how the number is computed, edge cases included. */
    String definition();

    /** Whether every value is a whole number. */
    boolean isCount();

    /** Smallest T with a value; shorter trajectories give {@link Reason#TOO_SHORT}. */
    int minimumEpochs();

    /** The measure of one split of one run. */
    Measured of(SplitResult result);
}
