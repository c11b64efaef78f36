package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;

/** Weight of each example's cross-entropy in the objective, by its class; the sum over a batch is divided by the batch size. */
public sealed interface ClassWeights {

    /** Every example counts the same. */
    record None() implements ClassWeights {}

    /** {@code n / (K n_c)} from the train split; every class must be present. */
    record Balanced() implements ClassWeights {}

    /** One weight for each class name. */
    record Given(ImmutableMap<String, Double> weights) implements ClassWeights {
        public Given {
            weights.forEach((label, weight) -> checkArgument(
                    weight >= 0 && Double.isFinite(weight),
                    "class weight of %s must be finite and not negative: %s",
                    label,
                    weight));
        }
    }
}
