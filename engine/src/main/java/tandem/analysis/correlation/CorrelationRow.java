package tandem.analysis.correlation;

import java.util.Locale;
import java.util.OptionalInt;
import tandem.analysis.interval.Estimated;
import tandem.measures.PairedCorrelation;

/**
 * One row of correlations.csv but for split and flag.
 *
 * @param cell empty over all cells of the stratum
 * @param series LEVELS, or DIFFERENCES from epoch to epoch; END of training for the levels over runs and cells
 * @param n values behind the estimate
 * @param undefined values that are not there
 */
record CorrelationRow(
        Level level,
        OptionalInt cell,
        String stratum,
        Series series,
        PairedCorrelation method,
        int n,
        int undefined,
        Estimated estimated) {

    /** What the correlation is taken over; the three answer different questions and may differ in sign. */
    enum Level {
        WITHIN_RUN,
        ACROSS_REPLICATES,
        ACROSS_CELLS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which numbers are correlated. */
    enum Series {
        LEVELS(""),
        DIFFERENCES("_differences"),
        END("");

        private final String suffix;

        Series(String suffix) {
            this.suffix = suffix;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The column of runs.csv with a run's own correlation. */
        String column(String split, PairedCorrelation method) {
            return split + "_" + method.word() + suffix;
        }
    }

    /** Whether this is a row that the Simpson flag compares: over all cells, of values and not of their differences. */
    boolean isCompared() {
        return cell.isEmpty() && series != Series.DIFFERENCES;
    }

    /** Whether another level of the same question surely has the opposite sign. */
    boolean contradicts(CorrelationRow other) {
        return isCompared()
                && other.isCompared()
                && level != other.level
                && method == other.method
                && stratum.equals(other.stratum)
                && estimated.sign() * other.estimated.sign() < 0;
    }
}
