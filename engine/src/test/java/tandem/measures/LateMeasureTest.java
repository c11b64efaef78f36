package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.SplitResults.trajectory;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected values by hand. */
final class LateMeasureTest {

    @Test
    void theFirstTenthOfTheEpochsDoesNotCount() {
        // 20 epochs, so that 3..20 count: 17 losses of 1 and one of 10, 17 times 8 correct and once 3 of 10
        double[] losses = new double[20];
        int[] correct = new int[20];
        for (int i = 0; i < 20; i++) {
            losses[i] = i < 2 ? 100 : i == 9 ? 10 : 1;
            correct[i] = i < 2 ? 0 : i == 9 ? 3 : 8;
        }
        var result = trajectory(losses, correct, 10);
        assertThat(value(LateMeasure.LATE_MIN_ACCURACY, result)).isEqualTo(0.3);
        assertThat(value(LateMeasure.LATE_MEAN_ACCURACY, result)).isCloseTo(139 / 180.0, within(1e-15));
        assertThat(value(LateMeasure.LATE_MEAN_LOSS, result)).isCloseTo(1.5, within(1e-15));
    }

    @Test
    void fewerThanTenEpochsAllCount() {
        var result = trajectory(new double[] {3, 1}, new int[] {2, 4}, 10);
        assertThat(value(LateMeasure.LATE_MIN_ACCURACY, result)).isEqualTo(0.2);
        assertThat(value(LateMeasure.LATE_MEAN_LOSS, result)).isEqualTo(2);
    }

    @Test
    void theTotalMayFallWhileTheLossRises() {
        // three steps: the total falls at each; the loss rises, rises, falls; accuracy falls, stays, rises
        var loss = Curve.of(new double[] {9, 1, 2, 3, 2}, new int[] {0, 8, 5, 5, 6}, 10);
        var total = Curve.of(new double[] {99, 40, 30, 20, 10}, new int[] {0, 8, 5, 5, 6}, 10);
        var result = new SplitResult(loss, 2, Optional.empty(), Optional.of(total));
        assertThat(value(TotalMeasure.TOTAL_DOWN_LOSS_UP, result)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(value(TotalMeasure.TOTAL_DOWN_ACCURACY_DOWN, result)).isCloseTo(1 / 3.0, within(1e-15));
        // ranks of the total 4 3 2 1, of the accuracy 4 1.5 1.5 3: scipy.stats.spearmanr 0.31622776601683794
        assertThat(value(TotalMeasure.TOTAL_SPEARMAN, result)).isCloseTo(0.31622776601683794, within(1e-15));
    }

    @Test
    void onlyTheTrainSplitHasATotal() {
        var result = trajectory(new double[] {3, 2, 1}, new int[] {1, 2, 3}, 10);
        for (var measure : TotalMeasure.values()) {
            assertThat(measure.ofTrainOnly()).isTrue();
            assertThat(measure.of(result)).isEqualTo(undefined(Reason.TOO_SHORT));
        }
    }
}
