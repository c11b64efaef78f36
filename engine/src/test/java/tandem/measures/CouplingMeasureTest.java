package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.SplitResults.trajectory;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import org.junit.jupiter.api.Test;

final class CouplingMeasureTest {

    @Test
    void theSlopeFlipsWhereLossAndAccuracyRiseTogether() {
        // exact lines: -10 of 100 examples a nat/4 before epoch 3, +10 after
        double[] losses = {1, 0.75, 0.5, 0.75, 1};
        var result = trajectory(losses, new int[] {40, 50, 60, 70, 80}, 100);
        assertThat(value(CouplingMeasure.SLOPE_BEFORE, result)).isCloseTo(-0.4, within(1e-15));
        assertThat(value(CouplingMeasure.SLOPE_AFTER, result)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void theSlopeIsTheMedianOverPairs() {
        // pairs of (4, 0) (3, .1) (1, .9) (0, 1): -.1, -.3, -.25, -.4, -.3, -.1; sorted -.4 -.3 -.3 -.25 -.1 -.1
        var result = trajectory(new double[] {4, 3, 1, 0}, new int[] {0, 1, 9, 10}, 10);
        assertThat(value(CouplingMeasure.SLOPE_BEFORE, result)).isCloseTo(-0.275, within(1e-15));
    }

    @Test
    void aFlatAccuracyHasSlopeZeroWithoutSign() {
        var result = trajectory(new double[] {4, 3, 2, 1}, new int[] {7, 7, 7, 7}, 10);
        double slope = value(CouplingMeasure.SLOPE_BEFORE, result);
        assertThat(Double.doubleToRawLongBits(slope)).isZero();
    }

    @Test
    void fewerThanThreeEpochsHaveNoSlope() {
        var result = trajectory(new double[] {4, 3, 2, 1, 1.5}, new int[] {5, 6, 7, 8, 9}, 10);
        assertThat(CouplingMeasure.SLOPE_AFTER.of(result)).isEqualTo(undefined(Reason.TOO_FEW_EPOCHS));
        var twoEpochs = trajectory(new double[] {4, 3}, new int[] {5, 6}, 10);
        assertThat(CouplingMeasure.SLOPE_BEFORE.of(twoEpochs)).isEqualTo(undefined(Reason.TOO_SHORT));
    }

    @Test
    void aConstantLossHasNoSlope() {
        var result = trajectory(new double[] {1, 1 + 1e-13, 1}, new int[] {5, 6, 7}, 10);
        assertThat(CouplingMeasure.SLOPE_AFTER.of(result)).isEqualTo(undefined(Reason.CONSTANT_LOSS));
    }
}
