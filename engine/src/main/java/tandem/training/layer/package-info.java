/** Layers of a pack's networks one by one: each takes the examples of a batch from the layer below, all lanes at once. */
@NullMarked
package tandem.training.layer;

import org.jspecify.annotations.NullMarked;
