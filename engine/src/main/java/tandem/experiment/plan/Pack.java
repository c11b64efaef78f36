package tandem.experiment.plan;

/**
 * Runs that are trained together.
 *
 * @param index its number in the plan
 * @param shape what its runs share
 * @param firstRun the first of them, counted among the runs of the shape: cell after cell, replicates fastest
 * @param runCount how many there are, at most as many as lanes
 */
public record Pack(long index, PlannedShape shape, long firstRun, int runCount) {}
