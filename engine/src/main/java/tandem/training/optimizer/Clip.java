package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/** Gradient clipping, once a batch, on the gradient of objective plus penalty. */
public sealed interface Clip {

    /** The gradient stays as it is. */
    record None() implements Clip {}

    /** {@code g *= bound / max(norm, bound)} with the norm over all parameters (Keras {@code global_clipnorm}). */
    record ByNorm(double bound) implements Clip {
        public ByNorm {
            checkArgument(bound > 0 && Double.isFinite(bound), "clip norm must be positive and finite: %s", bound);
        }
    }

    /** Every component into {@code [-bound, bound]} (Keras {@code clipvalue}, PyTorch {@code clip_grad_value_}). */
    record ByValue(double bound) implements Clip {
        public ByValue {
            checkArgument(bound > 0 && Double.isFinite(bound), "clip value must be positive and finite: %s", bound);
        }
    }
}
