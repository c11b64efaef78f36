package tandem.training;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Schedule;

/** Remedies to train with in tests: each kind, at values of which some are an edge. */
public final class RemedyRuns {
    private RemedyRuns() {}

    /** All but plain cross-entropy. */
    public static List<Loss> losses(int classCount) {
        return List.of(
                new Loss.SmoothedCrossEntropy(0.2),
                new Loss.Focal(0),
                new Loss.Focal(0.5),
                new Loss.Focal(2),
                new Loss.GeneralizedCrossEntropy(0.7),
                new Loss.GeneralizedCrossEntropy(1),
                new Loss.MeanAbsoluteError(),
                new Loss.Flooding(0.9),
                new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0)),
                new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0.3)),
                new Loss.ForwardCorrection(pairNoise(classCount)));
    }

    /** Each class stays with 0.7 and becomes the next one with 0.3; the last one stays. */
    private static Loss.Transition pairNoise(int classCount) {
        var rows = ImmutableList.<ImmutableDoubleArray>builder();
        for (int i = 0; i < classCount; i++) {
            double[] row = new double[classCount];
            row[i] = i + 1 < classCount ? 0.7 : 1;
            if (i + 1 < classCount) {
                row[i + 1] = 0.3;
            }
            rows.add(ImmutableDoubleArray.copyOf(row));
        }
        return new Loss.Transition.Given(rows.build());
    }

    public static List<Schedule> schedules() {
        return List.of(new Schedule.Step(2, 0.3), new Schedule.Step(1, 2), new Schedule.Cosine(0.1));
    }

    public static List<Average> averages() {
        return List.of(new Average.Exponential(0), new Average.Exponential(0.9));
    }
}
