/** Training by the book, against which the packs are held. */
@NullMarked
package tandem.training.oracle;

import org.jspecify.annotations.NullMarked;
