package tandem.experiment.plan;

import com.google.common.primitives.ImmutableLongArray;

/**
 * Runs that are trained together.
 *
 * @param index its number in the schedule
 * @param runs their numbers in the plan, ascending; at most as many as lanes
 */
public record Pack(long index, ImmutableLongArray runs) {}
