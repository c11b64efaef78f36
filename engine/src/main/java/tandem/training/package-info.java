@NullMarked
package tandem.training;

import org.jspecify.annotations.NullMarked;
