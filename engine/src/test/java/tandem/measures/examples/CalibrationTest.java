package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tandem.measures.Outcomes;

class CalibrationTest {

    /** Two classes, class 0 predicted with the given confidence. */
    private static Outcomes confident(boolean[] right, double... confidences) {
        int[] labels = new int[right.length];
        double[] probabilities = new double[2 * right.length];
        for (int i = 0; i < right.length; i++) {
            labels[i] = right[i] ? 0 : 1;
            probabilities[2 * i] = confidences[i];
            probabilities[2 * i + 1] = 1 - confidences[i];
        }
        return TestOutcomes.ofProbabilities(labels, probabilities);
    }

    @Test
    void anEdgeBelongsToTheBinBelow() {
        for (int b = 1; b <= 15; b++) {
            double edge = b / 15.0;
            assertThat(ProbabilityBins.indexOf(edge)).isEqualTo(b - 1);
            assertThat(ProbabilityBins.indexOf(Math.nextDown(edge))).isEqualTo(b - 1);
            assertThat(ProbabilityBins.indexOf(Math.nextUp(edge))).isEqualTo(Math.min(14, b));
        }
        assertThat(ProbabilityBins.indexOf(0)).isEqualTo(0);
    }

    @Test
    void errorsAreWeighedByTheExamplesOfTheirBin() {
        // bins (8/15, 9/15]: 0.55, 0.59 one right; (14/15, 1]: 0.95, 0.97, 0.99 two right
        var outcomes = confident(new boolean[] {true, false, true, true, false}, 0.55, 0.59, 0.95, 0.97, 0.99);
        var calibration = Calibration.ofEqualWidth(outcomes);
        double low = 0.57 - 0.5;
        double high = 0.97 - 2.0 / 3;
        assertThat(calibration.expectedError()).isCloseTo((2 * low + 3 * high) / 5, within(1e-15));
        assertThat(calibration.largestError()).isCloseTo(high, within(1e-15));
        // variances of the accuracies 1/4 / 1 and 2/9 / 2
        assertThat(calibration.debiasedSquare())
                .isCloseTo((2 * (low * low - 0.25) + 3 * (high * high - 1.0 / 9)) / 5, within(1e-15));
    }

    @Test
    void aBinOfOneExampleIsNeverCorrected() {
        var calibration = Calibration.ofEqualWidth(confident(new boolean[] {true, false}, 0.6, 0.8));
        assertThat(calibration.expectedError()).isCloseTo((0.4 + 0.8) / 2, within(1e-15));
        assertThat(calibration.debiasedError()).isCloseTo((0.4 + 0.8) / 2, within(1e-15));
        assertThat(calibration.debiasedSquare()).isEqualTo(0);
    }

    @Test
    void figuresAgreeWithNumpy() {
        // p = scipy.special.softmax(z, 1); c = p.max(1); a = (p.argmax(1) == y); e = np.arange(1, 16) / 15
        // b = np.searchsorted(e, c); per bin: w = n_b / 60, g = a.mean() - c.mean(), v = a.mean() * (1 - a.mean())
        var calibration = Calibration.ofEqualWidth(TestOutcomes.waves());
        // sum(w * abs(g)), max(abs(g))
        assertThat(calibration.expectedError()).isCloseTo(0.20162505008869705, within(1e-14));
        assertThat(calibration.largestError()).isCloseTo(0.49104908528951985, within(1e-14));
        // sum(w * (2 * abs(g) - scipy.stats.foldnorm(abs(g) / s, scale=s).mean())), s = sqrt(v / n_b)
        assertThat(calibration.debiasedError()).isCloseTo(0.16310685563231753, within(1e-13));
        // sum(w * (g**2 - v / (n_b - 1))) where n_b > 1
        assertThat(calibration.debiasedSquare()).isCloseTo(0.031329841999618094, within(1e-14));
        // np.array_split(np.argsort(c), 15): no two confidences are equal
        assertThat(Calibration.ofEqualMass(TestOutcomes.waves()).expectedError())
                .isCloseTo(0.20044337807563395, within(1e-14));
    }

    @Test
    void equalMassBinsDoNotDependOnTheOrderOfTies() {
        boolean[] right = new boolean[40];
        boolean[] mirrored = new boolean[40];
        double[] confidences = new double[40];
        for (int i = 0; i < 40; i++) {
            right[i] = i % 3 == 0;
            mirrored[39 - i] = right[i];
            confidences[i] = 0.75;
        }
        // one bin: 14 of 40 right
        double expected = 0.75 - 14.0 / 40;
        assertThat(Calibration.ofEqualMass(confident(right, confidences)).expectedError())
                .isCloseTo(expected, within(1e-15));
        assertThat(Calibration.ofEqualMass(confident(mirrored, confidences)).expectedError())
                .isCloseTo(expected, within(1e-15));
    }

    /** 4000 draws of the labels of 60 examples whose confidences are true: the plug-in error is far above 0. */
    @Test
    void theDebiasedErrorsOfACalibratedModelAreNearerToZero() {
        var random = new SplittableRandom(11);
        double plugIn = 0;
        double debiased = 0;
        double square = 0;
        double squares = 0;
        int draws = 4000;
        double[] confidences = new double[60];
        boolean[] right = new boolean[60];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < 60; i++) {
                // four values in the middle of four bins
                confidences[i] = (9.5 + i % 4) / 15;
                right[i] = random.nextDouble() < confidences[i];
            }
            var calibration = Calibration.ofEqualWidth(confident(right, confidences));
            plugIn += calibration.expectedError() / draws;
            debiased += calibration.debiasedError() / draws;
            square += calibration.debiasedSquare() / draws;
            squares += calibration.debiasedSquare() * calibration.debiasedSquare() / draws;
        }
        double standardError = Math.sqrt((squares - square * square) / draws);
        assertThat(square).isCloseTo(0, within(4 * standardError));
        assertThat(standardError).isLessThan(3e-4);
        assertThat(plugIn).isGreaterThan(0.07);
        assertThat(debiased).isBetween(0.0, 0.65 * plugIn);
    }
}
