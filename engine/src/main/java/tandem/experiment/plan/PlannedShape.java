package tandem.experiment.plan;

import com.google.common.primitives.ImmutableLongArray;
import tandem.training.PackShape;

/**
 * The cells whose runs may share packs.
 *
 * @param cells their numbers, ascending
 * @param exampleSteps examples seen by one run of training, evaluations included: a measure of its work; the mean over the cells, since those
 *     with corrupted labels are evaluated on the clean ones too
 */
public record PlannedShape(PackShape shape, ImmutableLongArray cells, double exampleSteps) {

    /** Runs of all its cells. */
    public long runCount(int replicates) {
        return Math.multiplyExact((long) cells.length(), replicates);
    }

    /** Operations of one run, to about a factor of two: 2 a weight in each evaluation and 6 in each training step of an example. */
    public double operations() {
        var architecture = shape.architecture();
        // Weights of a convolution act at every place.
        double weights = Math.max(architecture.parameterCount(), architecture.multiplications());
        return 2.0 * exampleSteps * (weights + 10.0);
    }
}
