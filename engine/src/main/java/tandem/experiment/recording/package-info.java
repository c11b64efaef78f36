/** What a run leaves behind beyond its trajectory: the last state of every example, and on request how it got there. */
@NullMarked
package tandem.experiment.recording;

import org.jspecify.annotations.NullMarked;
