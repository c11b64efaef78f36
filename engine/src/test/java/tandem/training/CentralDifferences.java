package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.objectiveAndPenalty;

import java.util.ArrayList;
import java.util.function.Function;

/** The gradient of what a core reports that it minimises, found without its derivative. */
final class CentralDifferences {
    private static final double H = 1e-5;

    private CentralDifferences() {}

    /**
     * Asserts that a step of length 1 went along the gradient, and that the norm of that is the one recorded.
     *
     * @param stepped after one full-batch step of {@code Sgd(1)} from {@code start}
     * @param evaluated a run that ends at given parameters, with its objective there
     */
    static void assertGradient(
            double[] start,
            RunResult stepped,
            Function<double[], TestRun> evaluated,
            double tolerance,
            double normTolerance) {
        double[] differences = of(start, evaluated);
        double squares = 0;
        for (int i = 0; i < start.length; i++) {
            double gradient = start[i] - stepped.parameters()[i];
            assertThat(gradient).as("parameter %s", i).isCloseTo(differences[i], within(tolerance));
            squares += differences[i] * differences[i];
        }
        assertThat(stepped.trajectory().gradientNorm()[1]).isCloseTo(Math.sqrt(squares), within(normTolerance));
    }

    private static double[] of(double[] start, Function<double[], TestRun> evaluated) {
        var shifted = new ArrayList<TestRun>();
        for (int i = 0; i < start.length; i++) {
            for (double h : new double[] {H, -H}) {
                double[] parameters = start.clone();
                parameters[i] += h;
                shifted.add(evaluated.apply(parameters));
            }
        }
        var results = TestRun.trainAll(shifted);
        double[] differences = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            double above = objectiveAndPenalty(results.get(2 * i));
            double below = objectiveAndPenalty(results.get(2 * i + 1));
            differences[i] = (above - below) / (2 * H);
        }
        return differences;
    }
}
