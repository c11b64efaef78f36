/** Claims decided from runs.csv: intervals over replicates, verdicts, and the text that tells them. */
@NullMarked
package tandem.analysis.claims;

import org.jspecify.annotations.NullMarked;
