@NullMarked
package tandem.training.optimizer;

import org.jspecify.annotations.NullMarked;
