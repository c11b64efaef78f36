/** Comparing results: whether they are the same, and which are better, for people and for programs. */
@NullMarked
package tandem.analysis.comparison;

import org.jspecify.annotations.NullMarked;
