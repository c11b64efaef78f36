/** What a scenario may say, as data, and what follows from it: checks, defaults, the JSON Schema. */
@NullMarked
package tandem.experiment.scenario.schema;

import org.jspecify.annotations.NullMarked;
