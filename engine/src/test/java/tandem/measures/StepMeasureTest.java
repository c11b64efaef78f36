package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.measures.SplitResults.curve;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepMeasureTest {
    /** Steps of the loss - - - - + + +, of the accuracy + 0 + + 0 - +; the step from epoch 0 is none. */
    private static final SplitResult RESULT =
            curve(new double[] {0.1, 0.9, 0.7, 0.55, 0.5, 0.45, 0.47, 0.5, 0.6}, 10, 5, 7, 7, 8, 9, 9, 8, 9);

    private static final List<StepMeasure> COUNTS =
            Arrays.stream(StepMeasure.values()).filter(StepMeasure::isCount).toList();

    @Test
    void everyStepIsCountedOnceByItsDirections() {
        assertThat(COUNTS).hasSize(9);
        assertThat(COUNTS.stream().map(measure -> value(measure, RESULT)))
                .containsExactly(0.0, 1.0, 3.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0);
    }

    @Test
    void aCountIsNamedByWhatItCounts() {
        assertThat(COUNTS.stream().map(StepMeasure::column))
                .containsExactly(
                        "steps_loss_down_accuracy_down",
                        "steps_loss_down_accuracy_same",
                        "steps_loss_down_accuracy_up",
                        "steps_loss_same_accuracy_down",
                        "steps_loss_same_accuracy_same",
                        "steps_loss_same_accuracy_up",
                        "steps_loss_up_accuracy_down",
                        "steps_loss_up_accuracy_same",
                        "steps_loss_up_accuracy_up");
        assertThat(StepMeasure.STEPS_LOSS_UP_ACCURACY_DOWN.definition()).contains("loss rises", "examples falls");
    }

    @Test
    void sharesAreOfAllSteps() {
        assertThat(value(StepMeasure.DISCORDANCE, RESULT)).isEqualTo(1.0 / 7);
        assertThat(value(StepMeasure.BOTH_UP, RESULT)).isEqualTo(1.0 / 7);
        assertThat(value(StepMeasure.BOTH_DOWN, RESULT)).isEqualTo(0);
        assertThat(value(StepMeasure.CONCORDANCE, RESULT)).isEqualTo(4.0 / 7);
    }

    @Test
    void conditionalDiscordanceIsOfStepsThatMoveBoth() {
        assertThat(value(StepMeasure.CONDITIONAL_DISCORDANCE, RESULT)).isEqualTo(1.0 / 5);
        var flatAccuracy = curve(new double[] {9, 3, 2, 1}, 1, 4, 4, 4);
        assertThat(StepMeasure.CONDITIONAL_DISCORDANCE.of(flatAccuracy)).isEqualTo(undefined(Reason.NO_MOVES));
    }

    @Test
    void bothDownIsDiscordantToo() {
        var result = curve(new double[] {9, 3, 2, 1}, 1, 4, 3, 2);
        assertThat(value(StepMeasure.BOTH_DOWN, result)).isEqualTo(1);
        assertThat(value(StepMeasure.DISCORDANCE, result)).isEqualTo(1);
        assertThat(value(StepMeasure.CONDITIONAL_DISCORDANCE, result)).isEqualTo(1);
    }

    @Test
    void roundingIsNoDirection() {
        // 1 + 5e-13 is within 1e-12 of 1, 1 + 3e-12 is not; around 1000 the tolerance is 1e-9
        var small = curve(new double[] {9, 1, 1 + 5e-13, 1 + 3e-12}, 1, 4, 5, 6);
        assertThat(value(StepMeasure.STEPS_LOSS_SAME_ACCURACY_UP, small)).isEqualTo(1);
        assertThat(value(StepMeasure.BOTH_UP, small)).isEqualTo(0.5);
        var large = curve(new double[] {9, 1000, 1000 + 5e-10, 1000 + 3e-9}, 1, 4, 5, 6);
        assertThat(value(StepMeasure.STEPS_LOSS_SAME_ACCURACY_UP, large)).isEqualTo(1);
        assertThat(value(StepMeasure.BOTH_UP, large)).isEqualTo(0.5);
    }

    @Test
    void twoEpochsAreTooFew() {
        for (StepMeasure measure : StepMeasure.values()) {
            assertThat(measure.of(curve(new double[] {3, 2, 1}, 1, 2, 3))).isEqualTo(undefined(Reason.TOO_SHORT));
            assertThat(measure.of(curve(new double[] {}))).isEqualTo(undefined(Reason.TOO_SHORT));
        }
    }
}
