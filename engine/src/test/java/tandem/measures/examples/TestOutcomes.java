package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import tandem.measures.Measured;
import tandem.measures.Outcomes;

/** States of made-up models. */
final class TestOutcomes {
    private TestOutcomes() {}

    /** Softmax, cross-entropy and the first of the largest logits. */
    static Outcomes ofLogits(int[] labels, double... logits) {
        int n = labels.length;
        int classCount = logits.length / n;
        int[] predictions = new int[n];
        double[] losses = new double[n];
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < n; i++) {
            int first = i * classCount;
            for (int k = 1; k < classCount; k++) {
                if (logits[first + k] > logits[first + predictions[i]]) {
                    predictions[i] = k;
                }
            }
            double max = logits[first + predictions[i]];
            double sum = 0;
            for (int k = 0; k < classCount; k++) {
                probabilities[first + k] = StrictMath.exp(logits[first + k] - max);
                sum += probabilities[first + k];
            }
            for (int k = 0; k < classCount; k++) {
                probabilities[first + k] /= sum;
            }
            losses[i] = max - logits[first + labels[i]] + StrictMath.log(sum);
        }
        return Outcomes.of(classCount, labels, predictions, losses, logits, probabilities);
    }

    /** Logits {@code ln p}, losses {@code -ln p_y}. */
    static Outcomes ofProbabilities(int[] labels, double... probabilities) {
        int classCount = probabilities.length / labels.length;
        double[] logits = Arrays.stream(probabilities).map(StrictMath::log).toArray();
        double[] losses = new double[labels.length];
        int[] predictions = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            losses[i] = -logits[i * classCount + labels[i]];
            for (int k = 1; k < classCount; k++) {
                if (logits[i * classCount + k] > logits[i * classCount + predictions[i]]) {
                    predictions[i] = k;
                }
            }
        }
        return Outcomes.of(classCount, labels, predictions, losses, logits, probabilities);
    }

    /** Two classes, label 0 throughout. */
    static Outcomes ofLosses(double... losses) {
        int n = losses.length;
        double[] logits = new double[2 * n];
        double[] probabilities = new double[2 * n];
        int[] predictions = new int[n];
        for (int i = 0; i < n; i++) {
            probabilities[2 * i] = StrictMath.exp(-losses[i]);
            probabilities[2 * i + 1] = -StrictMath.expm1(-losses[i]);
            logits[2 * i] = StrictMath.log(probabilities[2 * i] / probabilities[2 * i + 1]);
            predictions[i] = probabilities[2 * i] >= 0.5 ? 0 : 1;
        }
        return Outcomes.of(2, new int[n], predictions, losses, logits, probabilities);
    }

    /** Right and wrong at will. */
    static Outcomes ofDecisions(boolean[] right, double... losses) {
        int n = right.length;
        int[] predictions = new int[n];
        for (int i = 0; i < n; i++) {
            predictions[i] = right[i] ? 0 : 1;
        }
        return Outcomes.of(2, new int[n], predictions, losses, new double[2 * n], new double[2 * n]);
    }

    /**
     * 60 examples of 3 classes, z_k = 3 sin(1.7 i + 2.3 k^2 + 0.5), labelled by the largest logit but for every fourth
     * example, which has the next class. In NumPy:
     *
     * <pre>
     * i = np.arange(60)[:, None]; k = np.arange(3); z = 3 * np.sin(1.7 * i + 2.3 * k * k + 0.5)
     * y = (z.argmax(1) + (i[:, 0] % 4 == 0)) % 3
     * </pre>
     */
    static Outcomes waves() {
        double[] logits = new double[180];
        int[] labels = new int[60];
        for (int i = 0; i < 60; i++) {
            int largest = 0;
            for (int k = 0; k < 3; k++) {
                logits[3 * i + k] = 3 * StrictMath.sin(1.7 * i + 2.3 * k * k + 0.5);
                if (logits[3 * i + k] > logits[3 * i + largest]) {
                    largest = k;
                }
            }
            labels[i] = i % 4 == 0 ? (largest + 1) % 3 : largest;
        }
        return ofLogits(labels, logits);
    }

    /** Uniform logits, labels any. */
    static Outcomes random(long seed, int n, int classCount, double scale) {
        var random = new SplittableRandom(seed);
        int[] labels = random.ints(n, 0, classCount).toArray();
        return ofLogits(
                labels, random.doubles((long) n * classCount, -scale, scale).toArray());
    }

    /** The same model with logits {@code z / T}. */
    static Outcomes scaled(Outcomes outcomes, double temperature) {
        int n = outcomes.count();
        int[] labels = new int[n];
        double[] logits = new double[n * outcomes.classCount()];
        for (int i = 0; i < n; i++) {
            labels[i] = outcomes.label(i);
            for (int k = 0; k < outcomes.classCount(); k++) {
                logits[i * outcomes.classCount() + k] = outcomes.logit(i, k) / temperature;
            }
        }
        return ofLogits(labels, logits);
    }

    static double meanLoss(Outcomes outcomes) {
        double sum = 0;
        for (int i = 0; i < outcomes.count(); i++) {
            sum += outcomes.loss(i);
        }
        return sum / outcomes.count();
    }

    static double value(Measured measured) {
        assertThat(measured).isInstanceOf(Measured.Defined.class);
        return measured instanceof Measured.Defined(double value) ? value : Double.NaN;
    }
}
