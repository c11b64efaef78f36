@NullMarked
package tandem.experiment.data;

import org.jspecify.annotations.NullMarked;
