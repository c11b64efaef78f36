package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * What is known of one split of one run after training.
 *
 * @param curve its trajectory
 * @param classCount K, the classes of the data, also those absent from the split
 * @param last what the model says of every example at the last epoch; empty where the run diverged
 */
public record SplitResult(Curve curve, int classCount, Optional<Outcomes> last) {
    public SplitResult {
        checkArgument(classCount >= 2, "classCount must be 2 or more: %s", classCount);
    }
}
