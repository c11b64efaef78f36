@NullMarked
package tandem.experiment.problem;

import org.jspecify.annotations.NullMarked;
