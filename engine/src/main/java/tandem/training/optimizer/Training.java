package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a model is trained on cross-entropy.
 *
 * @param batchSize examples a step; {@link #FULL_BATCH} for the whole train split
 * @param epochs passes over the train split, 0 only with {@link Optimizer.None}; for Newton the largest number of iterations
 */
public record Training(
        Optimizer optimizer, int batchSize, int epochs, Penalty penalty, Clip clip, ClassWeights classWeights) {

    public static final int FULL_BATCH = Integer.MAX_VALUE;

    public Training {
        checkArgument(batchSize > 0, "batch_size must be positive: %s", batchSize);
        checkArgument(epochs >= 0, "epochs must not be negative: %s", epochs);
        checkArgument(
                (epochs == 0) == (optimizer instanceof Optimizer.None),
                "epochs must be 0 exactly with optimizer none: %s with %s",
                epochs,
                optimizer);
    }
}
