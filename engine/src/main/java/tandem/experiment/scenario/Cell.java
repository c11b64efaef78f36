package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;

/**
 * One combination of levels.
 *
 * @param index its number in this scenario's grid, from 0; for tables only
 * @param levels text of each factor's level, in the order of the factors
 * @param resolvedText the conditions with every default, as YAML: with seed and replicate the identity of a run; equal conditions have equal text
 */
public record Cell(long index, ImmutableList<String> levels, Conditions conditions, String resolvedText) {}
