package tandem.experiment.scenario;

import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;

/**
 * What is kept of every run beyond its trajectory. No run depends on it.
 *
 * @param examples whether every example of every split is diagnosed, for examples.csv and the measures of single examples in runs.csv
 * @param paths ids of the examples whose probabilities are kept epoch by epoch, for paths.csv
 * @param attributionEvery epochs from one state to the next between which the change of the loss is attributed to examples, for
 *     attribution.csv; empty for none
 * @param measures which measures of a split runs.csv has
 * @param epochs which epochs epochs.csv has; measures are computed from all
 * @param compresses whether epochs.csv is compressed
 */
public record Recording(
        boolean examples,
        ImmutableSet<Integer> paths,
        OptionalInt attributionEvery,
        MeasureChoice measures,
        EpochSelection epochs,
        boolean compresses) {

    /** Nothing on request. */
    public static final Recording DEFAULT =
            new Recording(false, ImmutableSet.of(), OptionalInt.empty(), MeasureChoice.DEFAULT);

    /** With every epoch in epochs.csv, which is not compressed. */
    public Recording(
            boolean examples, ImmutableSet<Integer> paths, OptionalInt attributionEvery, MeasureChoice measures) {
        this(examples, paths, attributionEvery, measures, new EpochSelection.All(), false);
    }

    /** Whether the examples are to be seen at the end of an epoch, other than the last one. */
    public boolean looksAt(int epoch) {
        return (examples && epoch >= 1) || !paths.isEmpty() || isAttributedAt(epoch);
    }

    /** Whether an interval of the attribution ends or begins at the end of an epoch. */
    public boolean isAttributedAt(int epoch) {
        return attributionEvery.isPresent() && epoch % attributionEvery.getAsInt() == 0;
    }
}
