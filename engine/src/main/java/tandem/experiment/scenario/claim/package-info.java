/** The claims of a scenario: read, and checked against its factors. */
@NullMarked
package tandem.experiment.scenario.claim;

import org.jspecify.annotations.NullMarked;
