/** Results of JMH as sides of a comparison. */
@NullMarked
package tandem.analysis.comparison.jmh;

import org.jspecify.annotations.NullMarked;
