/**
 * Arithmetic on lanes: each kernel exists as a plain loop and on vectors, with equal bits.
 *
 * <p>Arrays are laid out {@code [row][lane]}: row {@code r} of lane {@code l} stands at {@code Layout.FIRST + r * lanes + l}. A kernel never mixes
 * lanes. {@code fma} stands exactly where it is written, in both twins at the same places.
 */
@NullMarked
package tandem.training.kernels;

import org.jspecify.annotations.NullMarked;
