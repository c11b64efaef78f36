/** Factors as a scenario writes them: lists, ranges, named variants, exclusions. */
@NullMarked
package tandem.experiment.scenario.factor;

import org.jspecify.annotations.NullMarked;
