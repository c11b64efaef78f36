package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/** Where the parameters of a model start. */
public sealed interface Start {

    /** Drawn from the replicate's stream of weights. */
    record Drawn(Initializer initializer) implements Start {}

    /** A one-feature logistic model {@code z = slope * x + intercept}. */
    record Line(double slope, double intercept) implements Start {
        public Line {
            checkArgument(Double.isFinite(slope), "slope must be finite: %s", slope);
            checkArgument(Double.isFinite(intercept), "intercept must be finite: %s", intercept);
        }
    }

    /** Given values: {@code weights.get(layer).get(output)} holds one weight an input, {@code biases.get(layer)} one bias an output (no layers: all zero). */
    record Given(ImmutableList<ImmutableList<ImmutableDoubleArray>> weights, ImmutableList<ImmutableDoubleArray> biases)
            implements Start {
        public Given {
            weights.forEach(layer -> layer.forEach(row -> checkFinite("weights", row)));
            biases.forEach(row -> checkFinite("biases", row));
        }

        private static void checkFinite(String what, ImmutableDoubleArray values) {
            values.forEach(value -> checkArgument(Double.isFinite(value), "start.%s must be finite: %s", what, value));
        }
    }
}
