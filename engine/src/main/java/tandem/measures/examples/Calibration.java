package tandem.measures.examples;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import tandem.measures.Outcomes;

/**
 * Confidence against accuracy of the prediction (top label), in bins of confidence. In bin b are n_b of n examples with
 * mean confidence conf_b and accuracy acc_b; empty bins are skipped.
 *
 * @see "Guo et al. (2017), On Calibration of Modern Neural Networks, section 2"
 */
final class Calibration {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

    private final int count;
    private final int[] counts = new int[ProbabilityBins.COUNT];
    private final int[] correct = new int[ProbabilityBins.COUNT];
    private final double[] confidences = new double[ProbabilityBins.COUNT];

    private Calibration(int count) {
        this.count = count;
    }

    /** In 15 bins of equal width. */
    static Calibration ofEqualWidth(Outcomes outcomes) {
        var calibration = new Calibration(outcomes.count());
        for (int i = 0; i < outcomes.count(); i++) {
            double confidence = outcomes.confidence(i);
            calibration.add(ProbabilityBins.indexOf(confidence), confidence, outcomes.isCorrect(i));
        }
        return calibration;
    }

    /**
     * In 15 bins of equally many examples, as far as ties allow: an example with r smaller confidences is in bin
     * {@code floor(15 r / n)}, so equal confidences share a bin and the order of the examples says nothing.
     */
    static Calibration ofEqualMass(Outcomes outcomes) {
        int n = outcomes.count();
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = outcomes.confidence(i);
        }
        Arrays.sort(sorted);
        var calibration = new Calibration(n);
        for (int i = 0; i < n; i++) {
            double confidence = outcomes.confidence(i);
            int bin = (int) ((long) ProbabilityBins.COUNT * smaller(sorted, confidence) / n);
            calibration.add(bin, confidence, outcomes.isCorrect(i));
        }
        return calibration;
    }

    private static int smaller(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(int bin, double confidence, boolean isCorrect) {
        counts[bin]++;
        confidences[bin] += confidence;
        correct[bin] += isCorrect ? 1 : 0;
    }

    /** {@code acc_b - conf_b} of a bin that is not empty. */
    private double gap(int bin) {
        return (correct[bin] - confidences[bin]) / counts[bin];
    }

    private double accuracy(int bin) {
        return (double) correct[bin] / counts[bin];
    }

    /** {@code sum over b of n_b / n |acc_b - conf_b|}. */
    double expectedError() {
        double sum = 0;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0) {
                sum += counts[b] * Math.abs(gap(b));
            }
        }
        return sum / count;
    }

    /** Largest {@code |acc_b - conf_b|}. */
    double largestError() {
        double largest = 0;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0) {
                largest = Math.max(largest, Math.abs(gap(b)));
            }
        }
        return largest;
    }

    /**
     * {@code 2 ECE - sum over b of n_b / n E|N(acc_b - conf_b, s_b^2)|} with {@code s_b^2 = acc_b (1 - acc_b) / n_b}:
     * the expected error minus what a redraw of the labels adds to it on average. The authors draw 1000 times; here
     * the mean of the folded normal distribution stands in closed form, {@code E|N(m, s^2)| = s sqrt(2 / pi)
     * exp(-m^2 / (2 s^2)) + m erf(m / (s sqrt 2))}.
     * A bin whose accuracy is 0 or 1, as that of a single example, is not corrected.
     *
     * @see "Kumar, Liang, Ma (2019), Verified Uncertainty Calibration, and the authors' get_ece(debias=True)"
     */
    double debiasedError() {
        double sum = 0;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0) {
                double gap = Math.abs(gap(b));
                double deviation = Math.sqrt(accuracy(b) * (1 - accuracy(b)) / counts[b]);
                sum += counts[b] * (2 * gap - foldedMean(gap, deviation));
            }
        }
        return sum / count;
    }

    private static double foldedMean(double mean, double deviation) {
        if (deviation == 0) {
            return mean;
        }
        double ratio = mean / deviation;
        return deviation * SQRT_2_OVER_PI * StrictMath.exp(-ratio * ratio / 2) + mean * Erf.erf(ratio / SQRT_2);
    }

    /**
     * {@code sum over b of n_b / n ((acc_b - conf_b)^2 - acc_b (1 - acc_b) / (n_b - 1))} over bins of two or more
     * examples: without bias for the squared error of those bins, and therefore also negative.
     *
     * @see "Kumar, Liang, Ma (2019), Verified Uncertainty Calibration, section 4"
     */
    double debiasedSquare() {
        double sum = 0;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 1) {
                double variance = accuracy(b) * (1 - accuracy(b)) / (counts[b] - 1);
                sum += counts[b] * (gap(b) * gap(b) - variance);
            }
        }
        return sum / count;
    }
}
