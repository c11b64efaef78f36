package tandem.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import tandem.training.data.Split;

/** Reading and comparing of results in tests. */
public final class TestResults {

    private TestResults() {}

    public static Trajectory.Curve curve(RunResult result, Split split) {
        return Objects.requireNonNull(result.trajectory().splits().get(split));
    }

    /** Train loss at the last epoch. */
    public static double loss(RunResult result) {
        return curve(result, Split.TRAIN).loss()[result.trajectory().length() - 1];
    }

    /** Right predictions on the train split at the last epoch. */
    public static int correct(RunResult result) {
        return curve(result, Split.TRAIN).correct()[result.trajectory().length() - 1];
    }

    /** Train accuracy at the last epoch. */
    public static double accuracy(RunResult result) {
        return (double) correct(result) / curve(result, Split.TRAIN).exampleCount();
    }

    /** Data term plus penalty at the last epoch. */
    public static double objectiveAndPenalty(RunResult result) {
        int last = result.trajectory().length() - 1;
        return result.trajectory().objective()[last] + result.trajectory().penalty()[last];
    }

    /** All values of two results, bit for bit; what the parameters of a diverged run end as is undefined. */
    public static void assertSameBits(RunResult expected, RunResult actual) {
        var left = expected.trajectory();
        var right = actual.trajectory();
        assertEquals(left.divergedEpoch(), right.divergedEpoch(), "diverged epoch");
        assertEquals(left.splits().keySet(), right.splits().keySet(), "splits");
        for (var split : left.splits().keySet()) {
            assertArrayEquals(
                    curve(expected, split).loss(), curve(actual, split).loss(), "loss");
            assertArrayEquals(
                    curve(expected, split).correct(), curve(actual, split).correct(), "correct");
        }
        assertArrayEquals(left.objective(), right.objective(), "objective");
        assertArrayEquals(left.penalty(), right.penalty(), "penalty");
        assertArrayEquals(left.weightNorm(), right.weightNorm(), "weight norm");
        assertArrayEquals(left.gradientNorm(), right.gradientNorm(), "gradient norm");
        if (left.divergedEpoch().isEmpty()) {
            assertArrayEquals(expected.parameters(), actual.parameters(), "parameters");
            assertArrayEquals(expected.statistics(), actual.statistics(), "statistics");
        }
    }
}
