package tandem.training;

import com.google.common.collect.ImmutableMap;
import java.util.OptionalInt;
import tandem.training.data.Split;

/**
 * What one run was at the end of each epoch, in inference mode. Entry 0 of each array is the state before the first update; a run that became
 * non-finite has the epochs before that only.
 *
 * @param splits loss and right predictions of each split that exists
 * @param clean the same on the labels before corruption; where no label was changed, equal to the bit
 * @param objective what the optimizer minimises beside the penalty, on the train split: for cross-entropy its (weighted) mean
 * @param penalty {@code l2 * sum of squares + l1 * sum of absolute values} of the penalised parameters
 * @param weightNorm Euclidean norm of the weights, without biases
 * @param gradientNorm mean over the epoch's batches of the norm of the gradient of objective plus penalty, before clipping, but after that of single examples; entry 0 is 0 and means nothing
 * @param divergedEpoch the first epoch at whose end a parameter, a loss, the objective, the penalty or a norm was not finite
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read; copying would double the memory of every run
public record Trajectory(
        ImmutableMap<Split, Curve> splits,
        ImmutableMap<Split, Curve> clean,
        double[] objective,
        double[] penalty,
        double[] weightNorm,
        double[] gradientNorm,
        OptionalInt divergedEpoch) {

    /** Mean cross-entropy and number of right predictions by epoch, out of {@code exampleCount}. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Curve(int exampleCount, double[] loss, int[] correct) {}

    /** Number of epochs held, epoch 0 included. */
    public int length() {
        return objective.length;
    }
}
