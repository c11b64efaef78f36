/** One trained run as files from which any other framework can repeat it. */
@NullMarked
package tandem.experiment.export;

import org.jspecify.annotations.NullMarked;
