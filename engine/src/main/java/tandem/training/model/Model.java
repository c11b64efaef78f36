package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * A classifier before its data is known.
 *
 * @param hidden units of each hidden layer, first to last; empty unless {@code kind} is {@code MLP}
 * @param activation of the hidden layers
 * @param bias whether every layer has a bias
 */
public record Model(ModelKind kind, ImmutableList<Integer> hidden, Activation activation, boolean bias, Start start) {
    public Model {
        checkArgument(
                kind == ModelKind.MLP || hidden.isEmpty(), "only an mlp has hidden layers: %s with %s", kind, hidden);
        for (int units : hidden) {
            checkArgument(units > 0, "a hidden layer must have units: %s", hidden);
        }
    }
}
