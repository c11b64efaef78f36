package tandem.experiment.journal;

/**
 * Which run a record is of, wherever the run stands in its grid: the first 16 bytes of a digest of the resolved cell, the master seed and the replicate
 * whose stream each purpose takes.
 */
public record RunKey(long high, long low) {}
