package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.SplitResults.state;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutcomeMeasureTest {
    private static final double LN_2 = 0.6931471805599453;

    /** Differences of logits -1, 0.5, 0.5, 2. */
    private static final SplitResult TWO =
            state(2, 0.5, new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 1}, new double[] {0, -1, 0, 0.5, 0, 0.5, 0, 2});

    /** Class 1 has no example and one prediction. */
    private static final SplitResult THREE = state(3, 0.5, new int[] {0, 0, 0, 2}, new int[] {0, 0, 1, 2});

    private static SplitResult counted(int classCount, double loss, int correct, int n) {
        int[] predictions = new int[n];
        for (int i = correct; i < n; i++) {
            predictions[i] = 1;
        }
        return state(classCount, loss, new int[n], predictions);
    }

    @Test
    void aUniformPredictionHasNormalisedLossOne() {
        // science: ln K for the uniform prediction
        assertThat(value(OutcomeMeasure.NORMALISED_LOSS, counted(2, LN_2, 1, 2)))
                .isEqualTo(1);
        assertThat(value(OutcomeMeasure.NORMALISED_LOSS, counted(10, 2.302585092994046, 1, 2)))
                .isEqualTo(1);
    }

    @Test
    void predictingThePriorHasNoSkill() {
        int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        // H(0.9, 0.1) = -0.9 ln 0.9 - 0.1 ln 0.1 = 0.3250829733914482
        var prior = state(2, 0.3250829733914482, labels, new int[10]);
        assertThat(value(OutcomeMeasure.LOSS_SKILL, prior)).isCloseTo(0, within(1e-15));
        assertThat(value(OutcomeMeasure.ACCURACY_SKILL, prior)).isEqualTo(0);
        var perfect = state(2, 0, labels, labels.clone());
        assertThat(value(OutcomeMeasure.LOSS_SKILL, perfect)).isEqualTo(1);
        assertThat(value(OutcomeMeasure.ACCURACY_SKILL, perfect)).isEqualTo(1);
        var wrong = state(2, 0.6501659467828964, labels, new int[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(value(OutcomeMeasure.LOSS_SKILL, wrong)).isCloseTo(-1, within(1e-15));
        assertThat(value(OutcomeMeasure.ACCURACY_SKILL, wrong))
                .as("(0.8 - 0.9) / 0.1")
                .isEqualTo(-1);
    }

    @Test
    void skillNeedsTwoClasses() {
        var one = state(3, 0.1, new int[] {2, 2}, new int[] {2, 1});
        assertThat(OutcomeMeasure.LOSS_SKILL.of(one)).isEqualTo(undefined(Reason.SINGLE_CLASS));
        assertThat(OutcomeMeasure.ACCURACY_SKILL.of(one)).isEqualTo(undefined(Reason.SINGLE_CLASS));
    }

    @ParameterizedTest
    @CsvSource({
        // the upper end is reached by predicting the prior 90/10: 2 classes, and by the posterior of 20 % symmetric
        // noise
        "2, 0.3250829733914482, 9, 10, 0",
        "10, 0.9398473390054318, 8, 10, 0",
        "2, 0.5, 9, 10, 0.1749170266085518"
    })
    void fanoExcessIsOverTheUpperEnd(int classCount, double loss, int correct, int n, double expected) {
        assertThat(value(OutcomeMeasure.FANO_EXCESS, counted(classCount, loss, correct, n)))
                .isCloseTo(expected, within(1e-15));
    }

    @Test
    void theExcessCountsAboveItsMarginOnly() {
        // 3.84 / 20 = 0.192 beside an upper end of 0.3250829733914482
        assertThat(value(OutcomeMeasure.FANO_MARGIN, counted(2, 0.5, 9, 10))).isEqualTo(0.192);
        assertThat(value(OutcomeMeasure.EXCEEDS_BAND, counted(2, 0.517, 9, 10))).isEqualTo(0);
        assertThat(value(OutcomeMeasure.EXCEEDS_BAND, counted(2, 0.518, 9, 10))).isEqualTo(1);
    }

    @Test
    void theBandIsFromZeroToOne() {
        double low = 2 * LN_2 * 0.1;
        assertThat(value(OutcomeMeasure.BAND_POSITION, counted(2, low, 9, 10))).isEqualTo(0);
        assertThat(value(OutcomeMeasure.BAND_POSITION, counted(2, 0.3250829733914482, 9, 10)))
                .isCloseTo(1, within(1e-15));
        assertThat(value(OutcomeMeasure.BAND_POSITION, counted(2, 0.1, 9, 10))).isNegative();
    }

    @Test
    void withoutErrorsThereIsNoPositionButAnExcess() {
        var faultless = counted(3, 0.25, 10, 10);
        assertThat(OutcomeMeasure.BAND_POSITION.of(faultless)).isEqualTo(undefined(Reason.NO_ERRORS));
        assertThat(value(OutcomeMeasure.FANO_EXCESS, faultless)).isEqualTo(0.25);
    }

    @Test
    void noCalibratedPredictorOfTwoClassesIsWrongHalfTheTime() {
        for (int correct : new int[] {0, 1, 4, 5}) {
            assertThat(OutcomeMeasure.BAND_POSITION.of(counted(2, 3, correct, 10)))
                    .isEqualTo(undefined(Reason.NO_BAND));
        }
        // all wrong of 3 classes: ln 2 < 2 ln 2; of 5: ln 4 = 2 ln 2; of 10: ln 9 = 2.1972245773362196
        assertThat(OutcomeMeasure.BAND_POSITION.of(counted(3, 3, 0, 10))).isEqualTo(undefined(Reason.NO_BAND));
        assertThat(OutcomeMeasure.BAND_POSITION.of(counted(5, 3, 0, 10))).isEqualTo(undefined(Reason.NO_BAND));
        assertThat(value(OutcomeMeasure.BAND_POSITION, counted(10, 2.1972245773362196, 0, 10)))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void scoresOfTwoClassesAreWhatPaperSays() {
        // recalls 1/2 and 1; F1 2/3 and 4/5; p_o = 3/4, p_e = (2 * 1 + 2 * 3) / 16
        assertThat(value(OutcomeMeasure.BALANCED_ACCURACY, TWO)).isEqualTo(0.75);
        assertThat(value(OutcomeMeasure.MACRO_F1, TWO)).isCloseTo(11.0 / 15, within(1e-15));
        assertThat(value(OutcomeMeasure.KAPPA, TWO)).isEqualTo(0.5);
        assertThat(value(OutcomeMeasure.EMPTY_CLASSES, TWO)).isEqualTo(0);
    }

    @Test
    void aClassWithoutExamplesIsLeftOutAndCounted() {
        // recalls 2/3 and 1; F1 4/5 and 1; p_o = 12/16, p_e = (3 * 2 + 0 * 1 + 1 * 1) / 16
        assertThat(value(OutcomeMeasure.EMPTY_CLASSES, THREE)).isEqualTo(1);
        assertThat(value(OutcomeMeasure.BALANCED_ACCURACY, THREE)).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(value(OutcomeMeasure.MACRO_F1, THREE)).isEqualTo(0.9);
        assertThat(value(OutcomeMeasure.KAPPA, THREE)).isEqualTo(5.0 / 9);
    }

    @Test
    void allRightAndAllWrongAreTheEnds() {
        int[] labels = {0, 1, 0, 1};
        var right = state(2, 0.1, labels, labels.clone());
        var wrong = state(2, 5, labels, new int[] {1, 0, 1, 0});
        assertThat(value(OutcomeMeasure.KAPPA, right)).isEqualTo(1);
        assertThat(value(OutcomeMeasure.KAPPA, wrong)).isEqualTo(-1);
        assertThat(value(OutcomeMeasure.MACRO_F1, right)).isEqualTo(1);
        assertThat(value(OutcomeMeasure.MACRO_F1, wrong)).isEqualTo(0);
        assertThat(value(OutcomeMeasure.BALANCED_ACCURACY, wrong)).isEqualTo(0);
    }

    @Test
    void kappaIsUndefinedWhereChanceAgreesAlways() {
        var certain = state(2, 0.1, new int[] {1, 1}, new int[] {1, 1});
        assertThat(OutcomeMeasure.KAPPA.of(certain)).isEqualTo(undefined(Reason.CERTAIN_AGREEMENT));
        var constant = state(2, 0.7, new int[] {0, 1}, new int[] {1, 1});
        assertThat(value(OutcomeMeasure.KAPPA, constant)).isEqualTo(0);
    }

    @Test
    void aucCountsTiesHalf() {
        // 0.5 against -1 and 0.5: 1 + 1/2; 2 against both: 2
        assertThat(value(OutcomeMeasure.AUC, TWO)).isEqualTo(3.5 / 4);
        var ties = state(2, LN_2, new int[] {0, 1, 1}, new int[] {0, 0, 0});
        assertThat(value(OutcomeMeasure.AUC, ties)).isEqualTo(0.5);
        var one = state(2, 0.1, new int[] {1, 1}, new int[] {1, 1});
        assertThat(OutcomeMeasure.AUC.of(one)).isEqualTo(undefined(Reason.EMPTY_CLASS));
    }

    @Test
    void aZeroOfEitherSignIsTheSameScore() {
        var zeros = state(2, LN_2, new int[] {0, 1}, new int[] {0, 0}, new double[] {0, 0.0, 0, -0.0});
        assertThat(value(OutcomeMeasure.AUC, zeros)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 1.7, 50})
    void temperatureLeavesAucAlone(double temperature) {
        var random = new SplittableRandom(20261122);
        int n = 300;
        int[] labels = new int[n];
        double[] logits = new double[2 * n];
        double[] cooled = new double[2 * n];
        for (int i = 0; i < n; i++) {
            labels[i] = random.nextInt(2);
            for (int c = 0; c < 2; c++) {
                logits[2 * i + c] = random.nextDouble() * 4 + (c == labels[i] ? 0.5 : 0);
                cooled[2 * i + c] = logits[2 * i + c] / temperature;
            }
        }
        double expected = value(OutcomeMeasure.AUC, state(2, 1, labels, labels, logits));
        assertThat(expected).isBetween(0.55, 0.95);
        assertThat(value(OutcomeMeasure.AUC, state(2, 1, labels, labels, cooled)))
                .isEqualTo(expected);
        // by the definition, all pairs
        assertThat(expected).isCloseTo(shareOfOrderedPairs(labels, logits), within(1e-15));
    }

    private static double shareOfOrderedPairs(int[] labels, double[] logits) {
        double wins = 0;
        int pairs = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] == 0 && labels[j] == 1) {
                    double difference = logits[2 * j + 1] - logits[2 * j] - (logits[2 * i + 1] - logits[2 * i]);
                    wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    @Test
    void aDivergedRunHasNoEnd() {
        var diverged = new SplitResult(Curve.of(new double[] {1, 2}, new int[] {3, 3}, 10), 2, Optional.empty());
        var beforeTheFirstEpoch = new SplitResult(Curve.of(new double[0], new int[0], 10), 2, Optional.empty());
        for (OutcomeMeasure measure : OutcomeMeasure.values()) {
            assertThat(measure.of(diverged)).isEqualTo(undefined(Reason.DIVERGED));
            assertThat(measure.of(beforeTheFirstEpoch)).isEqualTo(undefined(Reason.DIVERGED));
        }
    }

    @Test
    void hugeLossesAreMeasuredOrSaidToOverflow() {
        var huge = state(2, 1.7e308, new int[] {0, 1}, new int[] {1, 1});
        assertThat(OutcomeMeasure.NORMALISED_LOSS.of(huge)).isEqualTo(undefined(Reason.OVERFLOW));
        assertThat(OutcomeMeasure.LOSS_SKILL.of(huge)).isEqualTo(undefined(Reason.OVERFLOW));
        assertThat(value(OutcomeMeasure.FANO_EXCESS, huge)).isEqualTo(1.7e308);
        assertThat(value(OutcomeMeasure.EXCEEDS_BAND, huge)).isEqualTo(1);
    }
}
