/** The scenario file: one question, read, checked and resolved into cells. */
@NullMarked
package tandem.experiment.scenario;

import org.jspecify.annotations.NullMarked;
