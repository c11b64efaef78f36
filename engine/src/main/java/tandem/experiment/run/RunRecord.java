package tandem.experiment.run;

import com.google.common.collect.ImmutableMap;
import tandem.tables.RunColumns;
import tandem.tables.Value;

/**
 * What is kept of a run until the tables are written.
 *
 * @param results fields of runs.csv by column, from {@code diverged_epoch} on
 * @param message why the run failed; empty otherwise
 * @param epochRows its rows of epochs.csv
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
record RunRecord(
        RunColumns.Status status,
        ImmutableMap<String, Value> results,
        String message,
        byte[] epochRows,
        int epochRowCount) {}
