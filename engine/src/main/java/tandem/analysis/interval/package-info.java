/** Confidence intervals: of means, of correlations, of shares, and by resampling replicates. */
@NullMarked
package tandem.analysis.interval;

import org.jspecify.annotations.NullMarked;
