/** The grid of cells as index arithmetic. */
@NullMarked
package tandem.experiment.grid;

import org.jspecify.annotations.NullMarked;
