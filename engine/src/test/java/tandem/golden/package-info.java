/** What the published scenarios must come out as, here and on every machine. */
@NullMarked
package tandem.golden;

import org.jspecify.annotations.NullMarked;
