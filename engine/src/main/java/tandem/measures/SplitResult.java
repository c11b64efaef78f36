package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * What is known of one split of one run after training.
 *
 * @param curve its trajectory
 * @param classCount K, the classes of the data, also those absent from the split
 * @param last what the model says of every example at the last epoch; empty where the run diverged
 * @param total the trajectory with what is minimised, objective plus penalty, in place of the loss; for the train split
 */
public record SplitResult(Curve curve, int classCount, Optional<Outcomes> last, Optional<Curve> total) {
    public SplitResult {
        checkArgument(classCount >= 2, "classCount must be 2 or more: %s", classCount);
        total.ifPresent(of -> checkArgument(
                of.epochCount() == curve.epochCount(),
                "total and loss must be equally long: %s, %s epochs",
                of.epochCount(),
                curve.epochCount()));
    }

    /** Of a split that is not minimised. */
    public SplitResult(Curve curve, int classCount, Optional<Outcomes> last) {
        this(curve, classCount, last, Optional.empty());
    }
}
