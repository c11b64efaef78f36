@NullMarked
package tandem.experiment.run;

import org.jspecify.annotations.NullMarked;
