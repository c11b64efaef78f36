package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.SplitResults.trajectory;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import java.util.SplittableRandom;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StationaryBootstrapTest {

    /** Steps of loss and accuracy that share a part of what drives them. */
    private static SplitResult walk(int epochs, double shared) {
        var random = new SplittableRandom(3);
        double[] losses = new double[epochs];
        int[] correct = new int[epochs];
        double loss = 50;
        int right = 5000;
        for (int t = 0; t < epochs; t++) {
            double common = random.nextDouble() - 0.5;
            loss += shared * common + (1 - shared) * (random.nextDouble() - 0.5);
            right -= (int) Math.rint(20 * (shared * common + (1 - shared) * (random.nextDouble() - 0.5)));
            losses[t] = loss;
            correct[t] = right;
        }
        return trajectory(losses, correct, 10_000);
    }

    @ParameterizedTest
    @CsvSource({"100, 5", "1000, 10", "1001, 11"})
    void blocksAreOfMeanLengthOfTheCubeRootOfTheEpochs(int epochs, double meanBlock) {
        var random = new XoShiRo256PlusPlus(1, 2, 3, 4);
        int steps = epochs - 1;
        int starts = 0;
        int resamples = 2000;
        for (int i = 0; i < resamples; i++) {
            int[] positions = StationaryBootstrap.positions(steps, random);
            for (int j = 1; j < steps; j++) {
                starts += positions[j] == (positions[j - 1] + 1) % steps ? 0 : 1;
            }
        }
        // a new block goes on by chance with probability 1 / steps
        double expected = (1 - 1.0 / steps) / meanBlock;
        double standardError = Math.sqrt(expected / (resamples * (steps - 1.0)));
        assertThat(starts / (resamples * (steps - 1.0))).isCloseTo(expected, within(4 * standardError));
    }

    @Test
    void theIntervalHoldsTheEstimateAndIsNarrowerWithMoreEpochs() {
        double widthBefore = 2;
        for (int epochs : new int[] {20, 100, 400}) {
            var result = walk(epochs, 0.5);
            double low = value(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW, result);
            double high = value(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_HIGH, result);
            assertThat(value(TrajectoryMeasure.SPEARMAN_DIFFERENCES, result)).isBetween(low, high);
            assertThat(high - low).isLessThan(widthBefore);
            widthBefore = high - low;
        }
        assertThat(widthBefore).isBetween(0.05, 0.3);
    }

    @Test
    void independentStepsGiveAnIntervalAcrossZero() {
        var result = walk(400, 0);
        assertThat(value(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW, result)).isNegative();
        assertThat(value(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_HIGH, result)).isPositive();
    }

    @Test
    void theSameTrajectoryGivesTheSameBits() {
        assertThat(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW.of(walk(50, 0.5)))
                .isEqualTo(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW.of(walk(50, 0.5)));
    }

    @Test
    void anIntervalIsUndefinedWhereItsEstimateIsOrItsResamplesAre() {
        double[] losses = new double[30];
        int[] correct = new int[30];
        for (int t = 0; t < losses.length; t++) {
            losses[t] = StrictMath.exp(-t);
            correct[t] = 7;
        }
        assertThat(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW.of(trajectory(losses, correct, 10)))
                .isEqualTo(undefined(Reason.CONSTANT_ACCURACY_STEPS));
        correct[29] = 8; // one step of 29: about a third of the resamples go without
        assertThat(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_HIGH.of(trajectory(losses, correct, 10)))
                .isEqualTo(undefined(Reason.UNSTABLE));
    }

    @Test
    void fewerThanTwentyEpochsHaveNoInterval() {
        assertThat(CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW.of(walk(19, 0.5)))
                .isEqualTo(undefined(Reason.TOO_SHORT));
    }
}
