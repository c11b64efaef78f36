/**
 * Trajectories and the numbers computed from them.
 *
 * <p>Notation: epochs t = 1..T, loss L_t, number of correct examples c_t, accuracy A_t = c_t / n. Epoch 0, the state
 * before the first update, is recorded but never measured. A loss is minimised, an accuracy maximised.
 */
@NullMarked
package tandem.measures;

import org.jspecify.annotations.NullMarked;
