@NullMarked
package tandem.training.model;

import org.jspecify.annotations.NullMarked;
