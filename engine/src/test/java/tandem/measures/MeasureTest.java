package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureTest {
    /** Epochs 0 to 8; the loss bottoms at epoch 5, the accuracy has its first maximum there, and both have ties. */
    private static final Curve CURVE = curve(
            new double[] {0.1, 0.9, 0.7, 0.55, 0.5, 0.45, 0.47, 0.5, 0.6}, new int[] {10, 5, 7, 7, 8, 9, 9, 8, 9});

    private static Curve curve(double[] losses, int... correct) {
        return Curve.of(losses, correct, 10);
    }

    private static double value(Measure measure, Curve curve) {
        assertThat(measured(measure, curve)).isInstanceOf(Measured.Defined.class);
        return measured(measure, curve) instanceof Measured.Defined(double value) ? value : Double.NaN;
    }

    private static Measured measured(Measure measure, Curve curve) {
        return measure.of(new SplitResult(curve, 2, Optional.empty()));
    }

    private static Measured undefined(Reason reason) {
        return new Measured.Undefined(reason);
    }

    @Test
    void extremesAreFirstOnesAndLeaveEpochZeroOut() {
        assertThat(value(TrajectoryMeasure.MIN_LOSS, CURVE)).isEqualTo(0.45);
        assertThat(value(TrajectoryMeasure.MIN_LOSS_EPOCH, CURVE)).isEqualTo(5);
        assertThat(value(TrajectoryMeasure.MAX_ACCURACY, CURVE)).isEqualTo(0.9);
        assertThat(value(TrajectoryMeasure.MAX_ACCURACY_EPOCH, CURVE)).isEqualTo(5);
    }

    @Test
    void tiedMinimaNameTheFirstEpoch() {
        Curve tied = curve(new double[] {9, 2, 1, 1}, 0, 3, 2, 3);
        assertThat(value(TrajectoryMeasure.MIN_LOSS_EPOCH, tied)).isEqualTo(2);
        assertThat(value(TrajectoryMeasure.MAX_ACCURACY_EPOCH, tied)).isEqualTo(1);
    }

    @Test
    void correlationsAgreeWithScipy() {
        // scipy.stats.spearmanr(L[1:], c[1:]), scipy.stats.pearsonr(L[1:], c[1:]): equal up to the order of sums
        assertThat(value(TrajectoryMeasure.SPEARMAN, CURVE)).isCloseTo(-0.7332729494615972, within(1e-15));
        assertThat(value(TrajectoryMeasure.PEARSON, CURVE)).isCloseTo(-0.8595934579556841, within(1e-15));
        // scipy.stats.kendalltau(L[1:], c[1:])
        assertThat(value(TrajectoryMeasure.KENDALL, CURVE)).isCloseTo(-0.6821865008193588, within(1e-15));
    }

    @Test
    void correlationsOfDifferencesAgreeWithScipy() {
        // the same three of numpy.diff(L[1:]), numpy.diff(c[1:])
        assertThat(value(TrajectoryMeasure.SPEARMAN_DIFFERENCES, CURVE)).isCloseTo(-0.43037668342494384, within(1e-15));
        assertThat(value(TrajectoryMeasure.PEARSON_DIFFERENCES, CURVE)).isCloseTo(-0.42122649382343835, within(1e-15));
        assertThat(value(TrajectoryMeasure.KENDALL_DIFFERENCES, CURVE)).isCloseTo(-0.3704792868174742, within(1e-15));
    }

    @Test
    void aFallingLossWithARisingAccuracyHasSpearmanExactlyMinusOne() {
        Curve opposed = curve(new double[] {0, 5, 0.3, 0.29, 1e-9}, 0, 1, 2, 3, 4);
        assertThat(value(TrajectoryMeasure.SPEARMAN, opposed)).isEqualTo(-1);
    }

    @Test
    void unrelatedLevelsHaveCorrelationExactlyZero() {
        // deviations (-1, 0, 1) and (1, -2, 1): the products cancel; 1 - (1 - r^2) would leave about 1e-8
        Curve unrelated = curve(new double[] {0, 1, 2, 3}, 0, 5, 2, 5);
        assertThat(value(TrajectoryMeasure.PEARSON, unrelated)).isEqualTo(0);
    }

    @Test
    void hugeLossesDoNotOverflowTheCorrelation() {
        // the same shape as losses (3, 2, 1): pearsonr((3, 2, 1), (1, 2, 4)) = -9 / sqrt(84) by hand
        Curve huge = curve(new double[] {1, 3e307, 2e307, 1e307}, 0, 1, 2, 4);
        assertThat(value(TrajectoryMeasure.PEARSON, huge)).isCloseTo(-9 / Math.sqrt(84), within(1e-15));
    }

    @Test
    void plateauShareCountsStepsBetweenMeasuredEpochs() {
        // 5 7 7 8 9 9 8 9: two of seven steps change nothing; the step from epoch 0 is none
        assertThat(value(TrajectoryMeasure.PLATEAU_SHARE, CURVE)).isEqualTo(2.0 / 7);
    }

    @Test
    void aConstantSeriesHasNoCorrelation() {
        Curve flatAccuracy = curve(new double[] {3, 3, 2, 1}, 1, 4, 4, 4);
        Curve flatLoss = curve(new double[] {3, 1, 1 + 1e-13, 1}, 1, 2, 3, 4);
        Curve bothFlat = curve(new double[] {3, 1, 1, 1}, 1, 4, 4, 4);
        for (TrajectoryMeasure measure :
                new TrajectoryMeasure[] {TrajectoryMeasure.SPEARMAN, TrajectoryMeasure.PEARSON}) {
            assertThat(measured(measure, flatAccuracy)).isEqualTo(undefined(Reason.CONSTANT_ACCURACY));
            assertThat(measured(measure, flatLoss)).isEqualTo(undefined(Reason.CONSTANT_LOSS));
            assertThat(measured(measure, bothFlat)).isEqualTo(undefined(Reason.CONSTANT_LOSS));
        }
        assertThat(value(TrajectoryMeasure.PLATEAU_SHARE, bothFlat)).isEqualTo(1);
    }

    @Test
    void aShortTrajectorySaysSo() {
        Curve twoEpochs = curve(new double[] {3, 2, 1}, 1, 2, 3);
        assertThat(measured(TrajectoryMeasure.SPEARMAN, twoEpochs)).isEqualTo(undefined(Reason.TOO_SHORT));
        assertThat(measured(TrajectoryMeasure.PLATEAU_SHARE, twoEpochs)).isEqualTo(undefined(Reason.TOO_SHORT));
        assertThat(value(TrajectoryMeasure.MIN_LOSS, twoEpochs)).isEqualTo(1);
        for (Curve none : new Curve[] {curve(new double[] {3}, 1), curve(new double[] {})}) {
            for (TrajectoryMeasure measure : TrajectoryMeasure.values()) {
                assertThat(measured(measure, none)).isEqualTo(undefined(Reason.TOO_SHORT));
            }
        }
    }

    @Test
    void plateausAndLevelsAreOfMeasuredEpochs() {
        // 5 7 7 8 9 9 8 9; epoch 0 has 10
        assertThat(value(TrajectoryMeasure.LONGEST_PLATEAU, CURVE)).isEqualTo(2);
        assertThat(value(TrajectoryMeasure.ACCURACY_LEVELS, CURVE)).isEqualTo(4);
        Curve flat = curve(new double[] {3, 1, 1, 1}, 1, 4, 4, 4);
        assertThat(value(TrajectoryMeasure.LONGEST_PLATEAU, flat)).isEqualTo(3);
        assertThat(value(TrajectoryMeasure.ACCURACY_LEVELS, flat)).isEqualTo(1);
        Curve restless = curve(new double[] {3, 2, 2, 1}, 1, 4, 3, 4);
        assertThat(value(TrajectoryMeasure.LONGEST_PLATEAU, restless)).isEqualTo(1);
        assertThat(value(TrajectoryMeasure.ACCURACY_LEVELS, restless)).isEqualTo(2);
    }

    @Test
    void onlyMeasuresThatFitTheEpochCountAreOffered() {
        assertThat(Measures.of(0, 2, Detail.DEFAULT)).containsExactly(OutcomeMeasure.values());
        assertThat(Measures.of(1, 2, Detail.DEFAULT))
                .contains(TrajectoryMeasure.MIN_LOSS, PeakMeasure.PEAK_LAG)
                .doesNotContain(TrajectoryMeasure.SPEARMAN, StepMeasure.DISCORDANCE);
        assertThat(Measures.of(3, 2, Detail.DEFAULT))
                .contains(TrajectoryMeasure.SPEARMAN, StepMeasure.DISCORDANCE)
                .doesNotContain(TrajectoryMeasure.SPEARMAN_DIFFERENCES);
        assertThat(Measures.of(4, 2, Detail.DEFAULT)).contains(TrajectoryMeasure.values());
    }

    @Test
    void aucIsOfferedForTwoClassesOnly() {
        assertThat(Measures.of(9, 2, Detail.DEFAULT)).contains(OutcomeMeasure.AUC);
        assertThat(Measures.of(9, 3, Detail.ALL)).doesNotContain(OutcomeMeasure.AUC);
    }

    @Test
    void whatIsDearIsOptIn() {
        assertThat(Measures.of(9, 2, Detail.DEFAULT)).doesNotContain(CouplingMeasure.values());
        assertThat(Measures.of(20, 2, Detail.ALL)).endsWith(CouplingMeasure.values());
    }

    @Test
    void everyMeasureHasAColumnOfItsOwnAndSaysWhatItIs() {
        var all = Measures.of(20, 2, Detail.ALL);
        assertThat(all.stream().map(Measure::column))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9_]+"));
        assertThat(all).allSatisfy(measure -> {
            assertThat(measure.unit()).isNotEmpty();
            assertThat(measure.definition()).isNotEmpty().doesNotEndWith(".");
        });
    }

    @Test
    void aTrajectoryOfAnyLengthMeasuresOrSaysWhyNot() {
        var all = Measures.of(20, 2, Detail.ALL);
        for (int length = 0; length < 22; length++) {
            var curve = curve(new double[length], new int[length]);
            for (var measure : all) {
                assertThat(measured(measure, curve)).as(measure.column()).isNotNull();
            }
        }
    }

    @Test
    void oldColumnsKeepNameAndOrder() {
        assertThat(Measures.of(9, 2, Detail.DEFAULT).stream().map(Measure::column))
                .startsWith(
                        "min_loss",
                        "min_loss_epoch",
                        "max_accuracy",
                        "max_accuracy_epoch",
                        "spearman",
                        "pearson",
                        "plateau_share",
                        "kendall",
                        "spearman_differences");
    }

    @Test
    void aCurveRefusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> curve(new double[] {Double.NaN}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> curve(new double[] {1}, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> curve(new double[] {1, 2}, 1));
    }

    @Test
    void aCurveIsACopy() {
        double[] losses = {1, 2};
        Curve copy = curve(losses, 1, 2);
        losses[1] = 0;
        assertThat(copy.loss(1)).isEqualTo(2);
    }
}
