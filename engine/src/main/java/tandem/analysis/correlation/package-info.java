/** How loss and accuracy go together over runs and over cells, and whether they choose the same cell. */
@NullMarked
package tandem.analysis.correlation;

import org.jspecify.annotations.NullMarked;
