/** The command line: translates options into calls, one after the other, and computes nothing. */
@NullMarked
package tandem.cli;

import org.jspecify.annotations.NullMarked;
