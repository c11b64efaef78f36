package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/** Averaging of parameters over steps; training goes on with the last ones, evaluation and the final parameters are the average. */
public sealed interface Average {

    /** The parameters themselves. */
    record None() implements Average {}

    /**
     * {@code a_1 = w_1, a_t = decay a_(t-1) + (1 - decay) w_t} after step t. It begins at the first step's outcome, not at 0, and so needs no bias
     * correction (Keras {@code use_ema}, PyTorch's AveragedModel with {@code get_ema_multi_avg_fn}).
     */
    record Exponential(double decay) implements Average {
        public Exponential {
            checkArgument(decay >= 0 && decay < 1, "decay must lie in [0, 1): %s", decay);
        }
    }
}
