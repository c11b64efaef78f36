package tandem.tables;

import com.google.common.collect.Iterables;

/** The tables that compare runs, cells and factors. Intervals are 95 % each, not corrected for their number. */
public final class AnalysisSchemas {

    private AnalysisSchemas() {}

    /** One row per run and stopping rule (and patience). */
    public static TableSchema stopping() {
        return TableSchema.of(ResultFile.STOPPING, Iterables.concat(StoppingColumns.keys(), StoppingColumns.choice()));
    }

    /** One row per level, cell or stratum, split, method and series. */
    public static TableSchema correlations() {
        return TableSchema.of(
                ResultFile.CORRELATIONS,
                Iterables.concat(
                        CorrelationColumns.keys(), CorrelationColumns.values(), CorrelationColumns.interval()));
    }

    /** One row per split, and where there are several data sets per data set. */
    public static TableSchema selection() {
        return TableSchema.of(
                ResultFile.SELECTION,
                Iterables.concat(
                        SelectionColumns.agreement(), SelectionColumns.choice(), SelectionColumns.byReplicate()));
    }

    /** One row per measure and source of variation, and per level of a factor, split and final loss or accuracy. */
    public static TableSchema effects() {
        return TableSchema.of(ResultFile.EFFECTS, Iterables.concat(EffectColumns.keys(), EffectColumns.values()));
    }
}
