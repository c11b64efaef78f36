package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * A classifier before its data is known.
 *
 * @param hidden units of each hidden layer, first to last; empty unless {@code kind} is {@code MLP}
 * @param activation of the hidden layers
 * @param bias whether every layer has a bias
 * @param threshold a logistic model predicts class 1 iff its probability, as a double, is above; the others predict by the largest logit and have {@link #HALF}
 */
public record Model(
        ModelKind kind,
        ImmutableList<Integer> hidden,
        Activation activation,
        boolean bias,
        Start start,
        double threshold) {

    public static final double HALF = 0.5;

    public Model {
        checkArgument(threshold > 0 && threshold < 1, "threshold must lie in (0, 1): %s", threshold);
        checkArgument(
                kind == ModelKind.LOGISTIC || threshold == HALF,
                "only a logistic model has a threshold: %s with %s",
                kind,
                threshold);
        checkArgument(
                kind == ModelKind.MLP || hidden.isEmpty(), "only an mlp has hidden layers: %s with %s", kind, hidden);
        for (int units : hidden) {
            checkArgument(units > 0, "a hidden layer must have units: %s", hidden);
        }
    }

    /** With a threshold of one half. */
    public Model(ModelKind kind, ImmutableList<Integer> hidden, Activation activation, boolean bias, Start start) {
        this(kind, hidden, activation, bias, start, HALF);
    }
}
