package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.tables.EncodedRows;
import tandem.tables.RunColumns;
import tandem.tables.Value;

/**
 * What is kept of a run until the tables are written.
 *
 * @param results fields of runs.csv by column, from {@code diverged_epoch} on
 * @param message why the run failed; empty otherwise
 * @param rows its rows of the tables that are encoded while training goes on, one entry a table
 */
record RunRecord(
        RunColumns.Status status,
        ImmutableMap<String, Value> results,
        String message,
        ImmutableList<EncodedRows> rows) {}
