@NullMarked
package tandem.training.random;

import org.jspecify.annotations.NullMarked;
