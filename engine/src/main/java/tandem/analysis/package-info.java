/** What is computed from the tables of a run, and from nothing else: curves, summaries, the overview after a run. */
@NullMarked
package tandem.analysis;

import org.jspecify.annotations.NullMarked;
