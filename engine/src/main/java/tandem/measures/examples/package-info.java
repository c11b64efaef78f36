/**
 * What single examples say: the distribution of their losses and confidences in one state, their way through the
 * epochs, and how much of a change of the loss each kind of example carries.
 *
 * <p>Notation: an example i has the label y, the logits z_k, the probabilities p_k of the K classes and the loss
 * {@code l = -ln p_y}; its confidence is the largest p_k. A loss is minimised, an accuracy maximised.
 */
@NullMarked
package tandem.measures.examples;

import org.jspecify.annotations.NullMarked;
