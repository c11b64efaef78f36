package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.SplitResults.curve;
import static tandem.measures.SplitResults.trajectory;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import org.junit.jupiter.api.Test;

final class PeakMeasureTest {
    /** The loss is smallest at epoch 3, the accuracy largest at epochs 5, 7 and 8. */
    private static final SplitResult RESULT =
            curve(new double[] {0.1, 0.9, 0.6, 0.25, 0.5, 0.75, 0.5, 0.625, 1.5}, 10, 5, 7, 6, 8, 9, 8, 9, 9);

    /** Loss 0.4 at epoch 5, its minimum; then five epochs above 0.4 + 0.29652. */
    private static final double[] RISING = {1.0, 0.8, 0.6, 0.5, 0.4, 0.7, 0.8, 0.9, 1.0, 1.1};

    @Test
    void allPeaksAreSeen() {
        assertThat(value(PeakMeasure.MAX_ACCURACY_LAST_EPOCH, RESULT)).isEqualTo(8);
        assertThat(value(PeakMeasure.MAX_ACCURACY_EPOCHS, RESULT)).isEqualTo(3);
    }

    @Test
    void theLagIsToTheNearestPeakAndNegativeBeforeIt() {
        assertThat(value(PeakMeasure.PEAK_LAG, RESULT)).isEqualTo(3 - 5);
        var after = curve(new double[] {0, 4, 3, 2, 1}, 0, 9, 9, 8, 8);
        assertThat(value(PeakMeasure.PEAK_LAG, after)).isEqualTo(4 - 2);
        var inside = curve(new double[] {0, 4, 1, 2, 3}, 0, 9, 9, 8, 9);
        assertThat(value(PeakMeasure.PEAK_LAG, inside)).isEqualTo(0);
        var gap = curve(new double[] {0, 4, 3, 2, 1, 2}, 0, 9, 8, 7, 8, 9);
        assertThat(value(PeakMeasure.PEAK_LAG, gap))
                .as("peaks at 1 and 5, nearer 5")
                .isEqualTo(4 - 5);
    }

    @Test
    void ofTwoPeaksAsNearTheEarlierGivesTheLag() {
        var between = curve(new double[] {0, 4, 1, 2}, 0, 9, 8, 9);
        assertThat(value(PeakMeasure.PEAK_LAG, between)).isEqualTo(1);
    }

    @Test
    void regretAndExcessAreWhatTheOtherChoiceCosts() {
        assertThat(value(PeakMeasure.ACCURACY_REGRET, RESULT)).isEqualTo(0.3);
        // losses at the peaks: 0.75, 0.625, 1.5, all binary fractions
        assertThat(value(PeakMeasure.LOSS_EXCESS, RESULT)).isEqualTo(0.375);
        assertThat(value(PeakMeasure.LOSS_EXCESS_WORST, RESULT)).isEqualTo(1.25);
    }

    @Test
    void oneEpochIsItsOwnPeak() {
        var one = curve(new double[] {5, 2}, 0, 3);
        assertThat(value(PeakMeasure.PEAK_LAG, one)).isEqualTo(0);
        assertThat(value(PeakMeasure.MAX_ACCURACY_EPOCHS, one)).isEqualTo(1);
        assertThat(value(PeakMeasure.LOSS_EXCESS_WORST, one)).isEqualTo(0);
        assertThat(PeakMeasure.DIVERGENCE_ONSET.of(one)).isEqualTo(undefined(Reason.TOO_SHORT));
        for (PeakMeasure measure : PeakMeasure.values()) {
            assertThat(measure.of(curve(new double[] {5}, 0))).isEqualTo(undefined(Reason.TOO_SHORT));
        }
    }

    @Test
    void theLossDivergesWhereItLeavesItsMinimumForFiveEpochs() {
        // steps -.2 -.2 -.1 -.1 .3 .1 .1 .1 .1: median .1, deviations 0 0 0 0 .2 .2 .2 .3 .3, se = 1.4826 * .2 = .29652
        var result = trajectory(RISING, new int[] {5, 6, 7, 8, 8, 8, 7, 9, 8, 8}, 10);
        assertThat(value(PeakMeasure.DIVERGENCE_ONSET, result)).isEqualTo(6);
        // .4 + .5 + .6 + .7 above .4 at the epochs 7 to 10
        assertThat(value(PeakMeasure.OVERFITTING_AREA, result)).isCloseTo(2.2, within(1e-14));
    }

    @Test
    void lossAndAccuracyMayBothRiseAfterTheLeastLoss() {
        // the smallest loss is .4 at epoch 5 with 8 of 10 right; the last state has 1.1 and 9
        var result = trajectory(RISING, new int[] {5, 6, 7, 8, 8, 8, 7, 9, 8, 9}, 10);
        assertThat(value(PeakMeasure.LOSS_RISE, result)).isCloseTo(0.7, within(1e-14));
        assertThat(value(PeakMeasure.ACCURACY_RISE, result)).isEqualTo(0.1);
    }

    @Test
    void aLossThatFallsToTheEndHasNotRisen() {
        var result = curve(new double[] {5, 3, 2, 1}, 0, 7, 8, 6);
        assertThat(value(PeakMeasure.LOSS_RISE, result)).isZero();
        assertThat(value(PeakMeasure.ACCURACY_RISE, result)).isZero();
    }

    @Test
    void aLossWithinItsNoiseHasNotDiverged() {
        double[] losses = RISING.clone();
        losses[5] = 0.5; // below 0.4 + 0.29652; steps .1 and .3 instead of .3 and .1, so se stays
        var result = trajectory(losses, new int[] {5, 6, 7, 8, 8, 8, 7, 9, 8, 8}, 10);
        assertThat(PeakMeasure.DIVERGENCE_ONSET.of(result)).isEqualTo(undefined(Reason.NEVER));
        assertThat(value(PeakMeasure.OVERFITTING_AREA, result)).isZero();
    }

    @Test
    void roundingIsNoDivergence() {
        // a fit that has converged: the loss moves by its last bits
        double[] losses = {1.0, 0.5, 0.5 + 2e-16, 0.5 + 2e-16, 0.5 + 2e-16, 0.5 + 2e-16, 0.5 + 2e-16, 0.5 + 2e-16};
        var result = trajectory(losses, new int[] {8, 8, 8, 8, 8, 8, 8, 8}, 10);
        assertThat(PeakMeasure.DIVERGENCE_ONSET.of(result)).isEqualTo(undefined(Reason.NEVER));
    }

    @Test
    void aLossThatTakesTheAccuracyAlongHasNotDiverged() {
        var result = trajectory(RISING, new int[] {5, 6, 7, 8, 8, 8, 7, 6, 8, 8}, 10);
        assertThat(PeakMeasure.DIVERGENCE_ONSET.of(result)).isEqualTo(undefined(Reason.NEVER));
    }

    @Test
    void theWindowLiesInsideTheTrajectory() {
        double[] losses = {1.0, 0.8, 0.6, 0.5, 0.4, 0.7, 0.8, 0.9, 1.0};
        var result = trajectory(losses, new int[] {5, 6, 7, 8, 8, 8, 8, 8, 8}, 10);
        assertThat(PeakMeasure.DIVERGENCE_ONSET.of(result)).isEqualTo(undefined(Reason.NEVER));
    }

    @Test
    void theAreaLeavesOutEpochsWithLessAccuracy() {
        // seven of eleven steps are .1: se = 0 but for rounding; epoch 11 has three examples less than epoch 5
        double[] losses = {1.0, 0.9, 0.8, 0.5, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1};
        var result = trajectory(losses, new int[] {5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 5, 8}, 10);
        assertThat(value(PeakMeasure.DIVERGENCE_ONSET, result)).isEqualTo(6);
        // .2 + .3 + .4 + .5 + .7
        assertThat(value(PeakMeasure.OVERFITTING_AREA, result)).isCloseTo(2.1, within(1e-14));
    }

    @Test
    void anAreaBeyondDoubleIsUndefined() {
        double[] losses = {1, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308, 1e308};
        var result = trajectory(losses, new int[] {8, 8, 8, 8, 8, 8, 8, 8}, 10);
        assertThat(value(PeakMeasure.DIVERGENCE_ONSET, result)).isEqualTo(2);
        assertThat(PeakMeasure.OVERFITTING_AREA.of(result)).isEqualTo(undefined(Reason.OVERFLOW));
    }

    @Test
    void theBandIsAlsoToldAtTheSmallestLoss() {
        // error 0.4 at epoch 3; H_b(0.4) = 0.6730116670092565, 2 ln 2 * 0.4 = 0.5545177444479562
        assertThat(value(PeakMeasure.FANO_EXCESS_AT_MIN_LOSS, RESULT))
                .isCloseTo(0.25 - 0.6730116670092565, within(1e-15));
        assertThat(value(PeakMeasure.BAND_POSITION_AT_MIN_LOSS, RESULT))
                .isCloseTo((0.25 - 0.5545177444479562) / (0.6730116670092565 - 0.5545177444479562), within(1e-13));
        var faultless = curve(new double[] {9, 1, 2}, 0, 10, 9);
        assertThat(PeakMeasure.BAND_POSITION_AT_MIN_LOSS.of(faultless)).isEqualTo(undefined(Reason.NO_ERRORS));
    }
}
