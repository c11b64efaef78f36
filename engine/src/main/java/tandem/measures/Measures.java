package tandem.measures;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** The measures in the order of their columns. */
public final class Measures {

    private Measures() {}

    /** Every measure that a run of {@code epochCount} epochs can have. */
    public static ImmutableList<Measure> from(int epochCount) {
        return Arrays.<Measure>stream(TrajectoryMeasure.values())
                .filter(measure -> measure.minimumEpochs() <= epochCount)
                .collect(ImmutableList.toImmutableList());
    }
}
