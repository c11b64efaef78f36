package tandem.measures.examples;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import tandem.measures.Outcomes;

/** The probabilities that one run gives to chosen examples of one split, epoch by epoch from epoch 0. */
public final class ExamplePaths {
    private final ImmutableList<Integer> positions;
    private final int classCount;
    private final List<double[]> epochs = new ArrayList<>();

    /**
     * @param positions of the chosen examples in the split, in the order of {@link #probability}
     * @param classCount K
     */
    public ExamplePaths(ImmutableList<Integer> positions, int classCount) {
        checkArgument(classCount >= 2, "classCount must be 2 or more: %s", classCount);
        this.positions = positions;
        this.classCount = classCount;
    }

    /**
     * Sees the next epoch, the first being epoch 0.
     *
     * @throws IllegalArgumentException if the classes are others
     * @throws IndexOutOfBoundsException if the split has no example at one of the positions
     */
    public void add(Outcomes outcomes) {
        checkArgument(
                outcomes.classCount() == classCount,
                "the paths are of %s classes, not %s",
                classCount,
                outcomes.classCount());
        double[] probabilities = new double[positions.size() * classCount];
        for (int chosen = 0; chosen < positions.size(); chosen++) {
            int example = checkElementIndex(positions.get(chosen), outcomes.count());
            for (int label = 0; label < classCount; label++) {
                probabilities[chosen * classCount + label] = outcomes.probability(example, label);
            }
        }
        epochs.add(probabilities);
    }

    public ImmutableList<Integer> positions() {
        return positions;
    }

    /** K. */
    public int classCount() {
        return classCount;
    }

    /** T, the last epoch seen; -1 before epoch 0. */
    public int lastEpoch() {
        return epochs.size() - 1;
    }

    /**
     * Probability of a class at the end of an epoch.
     *
     * @param chosen index into the positions
     * @param epoch 0 to {@link #lastEpoch}
     */
    public double probability(int chosen, int epoch, int label) {
        checkElementIndex(label, classCount);
        return epochs.get(epoch)[chosen * classCount + label];
    }
}
