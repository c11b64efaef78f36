package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/** Gradient clipping: once a batch, on the gradient of objective plus penalty, or example by example before that. */
public sealed interface Clip {

    /** The gradient stays as it is. */
    record None() implements Clip {}

    /** {@code g *= bound / max(norm, bound)} with the norm over all parameters (Keras {@code global_clipnorm}). */
    record ByNorm(double bound) implements Clip {
        public ByNorm {
            checkArgument(bound > 0 && Double.isFinite(bound), "clip norm must be positive and finite: %s", bound);
        }
    }

    /**
     * The gradient of each example's (weighted) loss with respect to all parameters is shortened to {@code bound}, {@code g_i *= bound / max(|g_i|, bound)},
     * before the batch's mean is taken; the penalty's gradient joins it unclipped. Without the noise, this is differentially private SGD.
     *
     * @see "Abadi et al. (2016), Deep learning with differential privacy, algorithm 1"
     */
    record PerExample(double bound) implements Clip {
        public PerExample {
            checkArgument(
                    bound > 0 && Double.isFinite(bound), "clip per_example must be positive and finite: %s", bound);
        }
    }

    /** Every component into {@code [-bound, bound]} (Keras {@code clipvalue}, PyTorch {@code clip_grad_value_}). */
    record ByValue(double bound) implements Clip {
        public ByValue {
            checkArgument(bound > 0 && Double.isFinite(bound), "clip value must be positive and finite: %s", bound);
        }
    }
}
