package tandem.benchmarks;

import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;
import java.util.List;
import tandem.training.PackTrainer;
import tandem.training.RunInput;
import tandem.training.RunResult;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;

/** Compares results with the scalar twin's: a benchmark of wrong results must not have a figure. */
final class Twin {

    private Twin() {}

    /** @throws IllegalStateException unless all elements have equal bits */
    static void checkBits(String what, double[] expected, double[] actual) {
        checkState(
                expected.length == actual.length,
                "%s: %s elements instead of %s",
                what,
                actual.length,
                expected.length);
        for (int i = 0; i < expected.length; i++) {
            checkState(
                    Double.doubleToRawLongBits(expected[i]) == Double.doubleToRawLongBits(actual[i]),
                    "%s: element %s is %s, the scalar twin's is %s",
                    what,
                    i,
                    actual[i],
                    expected[i]);
        }
    }

    /**
     * Trains the runs again with plain loops and compares parameters and curves.
     *
     * @throws IllegalStateException if any bit differs
     */
    static void checkTraining(List<RunInput> runs, List<RunResult> results) {
        for (int i = 0; i < runs.size(); i++) {
            var expected =
                    PackTrainer.train(List.of(runs.get(i)), Kernels.scalar(1)).getFirst();
            var actual = results.get(i);
            checkBits("parameters", expected.parameters(), actual.parameters());
            for (Split split : expected.trajectory().splits().keySet()) {
                var curve = expected.trajectory().splits().get(split);
                var measured = actual.trajectory().splits().get(split);
                checkBits("loss", curve.loss(), measured.loss());
                checkState(Arrays.equals(curve.correct(), measured.correct()), "right predictions differ");
            }
        }
    }
}
