/**
 * Tables with units: what a column means, how rows are written and read back, and the folder that holds the results of
 * a run.
 */
@NullMarked
package tandem.tables;

import org.jspecify.annotations.NullMarked;
