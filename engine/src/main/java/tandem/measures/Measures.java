package tandem.measures;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * The measures of a trajectory and of its last state, in the order of their columns. Measures of single examples are
 * listed by their own package.
 */
public final class Measures {

    private Measures() {}

    /**
     * Every measure that a run can have.
     *
     * @param epochCount T
     * @param classCount K
     */
    public static ImmutableList<Measure> of(int epochCount, int classCount, Detail detail) {
        return Stream.<Measure[]>of(
                        TrajectoryMeasure.values(),
                        PeakMeasure.values(),
                        StepMeasure.values(),
                        OutcomeMeasure.values(),
                        LateMeasure.values(),
                        TotalMeasure.values(),
                        CouplingMeasure.values())
                .flatMap(Stream::of)
                .filter(measure -> measure.minimumEpochs() <= epochCount)
                .filter(measure -> measure != OutcomeMeasure.AUC || classCount == 2)
                .filter(measure -> switch (detail) {
                    case DEFAULT -> !isOptIn(measure);
                    case ALL -> true;
                })
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether a measure is taken only where it, or all, is asked for. */
    public static boolean isOptIn(Measure measure) {
        return measure instanceof LateMeasure || measure instanceof TotalMeasure || measure instanceof CouplingMeasure;
    }
}
