package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;

/** Small results to measure. */
final class SplitResults {
    private SplitResults() {}

    /** Of ten examples and two classes, from epoch 0, without last state. */
    static SplitResult curve(double[] losses, int... correct) {
        return new SplitResult(Curve.of(losses, correct, 10), 2, Optional.empty());
    }

    /** Epochs 1..T behind an epoch 0 that must not matter, of {@code n} examples. */
    static SplitResult trajectory(double[] losses, int[] correct, int n) {
        double[] allLosses = new double[losses.length + 1];
        int[] allCorrect = new int[correct.length + 1];
        allLosses[0] = 77;
        System.arraycopy(losses, 0, allLosses, 1, losses.length);
        System.arraycopy(correct, 0, allCorrect, 1, correct.length);
        return new SplitResult(Curve.of(allLosses, allCorrect, n), 2, Optional.empty());
    }

    /** The state before training of examples with these labels and predictions, and with equal logits. */
    static SplitResult state(int classCount, double loss, int[] labels, int[] predictions) {
        return state(classCount, loss, labels, predictions, new double[labels.length * classCount]);
    }

    /** @param logits {@code [example][class]} */
    static SplitResult state(int classCount, double loss, int[] labels, int[] predictions, double[] logits) {
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            correct += labels[i] == predictions[i] ? 1 : 0;
        }
        double[] losses = new double[labels.length];
        Arrays.fill(losses, loss);
        var last = Outcomes.of(classCount, labels, predictions, losses, logits, new double[logits.length]);
        var curve = Curve.of(new double[] {loss}, new int[] {correct}, labels.length);
        return new SplitResult(curve, classCount, Optional.of(last));
    }

    static double value(Measure measure, SplitResult result) {
        var measured = measure.of(result);
        assertThat(measured).as(measure.column()).isInstanceOf(Measured.Defined.class);
        return measured instanceof Measured.Defined(double value) ? value : Double.NaN;
    }

    static Measured undefined(Reason reason) {
        return new Measured.Undefined(reason);
    }
}
