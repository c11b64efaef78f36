/** What each factor does to the measures. */
@NullMarked
package tandem.analysis.effects;

import org.jspecify.annotations.NullMarked;
