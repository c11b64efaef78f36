@NullMarked
package tandem.experiment.plan;

import org.jspecify.annotations.NullMarked;
