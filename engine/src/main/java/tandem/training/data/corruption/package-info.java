/** Mechanisms that make prepared data harder on purpose: which examples they change, and how. */
@NullMarked
package tandem.training.data.corruption;

import org.jspecify.annotations.NullMarked;
