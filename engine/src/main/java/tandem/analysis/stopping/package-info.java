/** What a rule that stops training early would have chosen, and what that would have cost. */
@NullMarked
package tandem.analysis.stopping;

import org.jspecify.annotations.NullMarked;
