/** What a scenario claims before it is run: the statement, the values it is about, and what is expected of them. */
@NullMarked
package tandem.claims;

import org.jspecify.annotations.NullMarked;
