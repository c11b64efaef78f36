@NullMarked
package tandem.training.data;

import org.jspecify.annotations.NullMarked;
