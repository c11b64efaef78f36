/** Which is better, by how much, how sure? Differences of means with intervals, tests and verdicts. */
@NullMarked
package tandem.analysis.comparison.means;

import org.jspecify.annotations.NullMarked;
