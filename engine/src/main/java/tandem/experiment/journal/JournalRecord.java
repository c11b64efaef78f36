package tandem.experiment.journal;

import tandem.tables.RunColumns.Status;

/**
 * What is kept of one run.
 *
 * @param payload what the tables need of it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
public record JournalRecord(RunKey key, Status status, byte[] payload) {}
