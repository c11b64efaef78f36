package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.SplitResults.curve;
import static tandem.measures.SplitResults.trajectory;
import static tandem.measures.SplitResults.undefined;
import static tandem.measures.SplitResults.value;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorrelationTest {
    private static final TrajectoryMeasure[] OF_DIFFERENCES = {
        TrajectoryMeasure.SPEARMAN_DIFFERENCES,
        TrajectoryMeasure.PEARSON_DIFFERENCES,
        TrajectoryMeasure.KENDALL_DIFFERENCES
    };

    /** A loss that falls with noise and, from half of the epochs on, rises; the accuracy follows with noise. */
    private static SplitResult noisy(int epochs, int n, long seed, DoubleUnaryOperator ofLoss) {
        var random = new SplittableRandom(seed);
        double[] losses = new double[epochs];
        int[] correct = new int[epochs];
        for (int t = 0; t < epochs; t++) {
            double trend = Math.abs(t - epochs / 2.0) / epochs + 0.1;
            // a grid of 1/64, so that losses tie too
            losses[t] = ofLoss.applyAsDouble(Math.rint(64 * (trend + 0.2 * random.nextDouble())) / 64);
            correct[t] = (int) Math.min(n, Math.rint(n * (1 - trend + 0.3 * (random.nextDouble() - 0.5))));
        }
        return trajectory(losses, correct, n);
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 30, 201, 1000})
    void ranksAndCoefficientsAgreeWithCommonsMath(int epochs) {
        for (int n : new int[] {3, 30, 100_000}) {
            var curve = noisy(epochs, n, epochs + 7L * n, x -> x).curve();
            for (Pairs pairs : new Pairs[] {curve.levels(), curve.steps()}) {
                if (pairs.constant().isPresent()) {
                    continue; // a few epochs of three examples
                }
                double[] x = pairs.losses();
                double[] y = doubles(pairs.correct());
                assertThat(pairs.lossRanks().mid()).isEqualTo(new NaturalRanking().rank(x));
                assertThat(pairs.correctRanks().mid()).isEqualTo(new NaturalRanking().rank(y));
                assertThat(Correlation.kendall(pairs.lossRanks(), pairs.correctRanks()))
                        .isCloseTo(new KendallsCorrelation().correlation(x, y), within(1e-14));
                // its r is the root of 1 minus the unexplained share: half of the digits
                assertThat(Correlation.pearson(x, y))
                        .isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-7));
            }
        }
    }

    @Test
    void valuesThatDifferInTheirLastBitsOnlyAreRankedExactly() {
        double[] values = new double[500];
        var random = new SplittableRandom(4);
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5 + random.nextInt(300) * Math.ulp(0.5);
        }
        assertThat(Ranks.of(values).mid()).isEqualTo(new NaturalRanking().rank(values));
    }

    @Test
    void ranksGoFromMinusToPlusAndZerosTie() {
        double[] values = {3, -0.0, 1e-320, -1e300, 0.0, -2, 1e300, -1e-320};
        // sorted: -1e300 -2 -1e-320 (-0.0 0.0) 1e-320 3 1e300
        assertThat(Ranks.of(values).mid()).containsExactly(7, 4.5, 6, 1, 4.5, 2, 8, 3);
        assertThat(Ranks.of(values).tiedPairs()).isEqualTo(1);
        assertThat(Ranks.of(values).levelCount()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rankCorrelationsSeeTheOrderOfLossesOnly(long seed) {
        var plain = noisy(60, 40, seed, x -> x);
        DoubleUnaryOperator[] rising = {StrictMath::exp, x -> x * x * x, StrictMath::log1p, x -> 1e300 * x};
        for (var map : rising) {
            var mapped = noisy(60, 40, seed, map);
            for (var measure : new Measure[] {TrajectoryMeasure.SPEARMAN, TrajectoryMeasure.KENDALL}) {
                assertThat(value(measure, mapped)).isEqualTo(value(measure, plain));
            }
        }
        var falling = noisy(60, 40, seed, x -> 1 / x);
        assertThat(value(TrajectoryMeasure.KENDALL, falling)).isEqualTo(-value(TrajectoryMeasure.KENDALL, plain));
        assertThat(value(TrajectoryMeasure.SPEARMAN, falling))
                .isCloseTo(-value(TrajectoryMeasure.SPEARMAN, plain), within(1e-15));
    }

    @Test
    void opposedOrdersHaveKendallExactlyMinusOne() {
        var opposed = curve(new double[] {0, 5, 0.3, 0.29, 1e-9}, 0, 1, 2, 3, 4);
        assertThat(value(TrajectoryMeasure.KENDALL, opposed)).isEqualTo(-1);
    }

    @Test
    void differencesOfConstantSlopeHaveNoCorrelation() {
        var straightLoss = curve(new double[] {9, 4, 3, 2, 1}, 0, 1, 5, 3, 4);
        var straightAccuracy = curve(new double[] {9, 4, 2, 1, 0.5}, 0, 1, 2, 3, 4);
        var bothStraight = curve(new double[] {9, 4, 3, 2, 1}, 0, 1, 2, 3, 4);
        for (var measure : OF_DIFFERENCES) {
            assertThat(measure.of(straightLoss)).isEqualTo(undefined(Reason.CONSTANT_LOSS_STEPS));
            assertThat(measure.of(straightAccuracy)).isEqualTo(undefined(Reason.CONSTANT_ACCURACY_STEPS));
            assertThat(measure.of(bothStraight)).isEqualTo(undefined(Reason.CONSTANT_LOSS_STEPS));
        }
    }

    @Test
    void roundingOfLargeLossesIsNoVariation() {
        // 1e6 (1 - t / 10): steps of -1e5 but for rounding of some 1e-10
        double[] losses = new double[9];
        for (int t = 0; t < losses.length; t++) {
            losses[t] = 1e6 * (1 - t / 10.0) + (t % 2) * 1e-10;
        }
        var result = trajectory(losses, new int[] {1, 5, 3, 4, 4, 6, 7, 7, 8}, 10);
        assertThat(TrajectoryMeasure.PEARSON_DIFFERENCES.of(result)).isEqualTo(undefined(Reason.CONSTANT_LOSS_STEPS));
    }

    @Test
    void twoDifferencesAreTooFewToCorrelate() {
        var threeEpochs = curve(new double[] {9, 4, 3, 1}, 0, 1, 2, 4);
        for (var measure : OF_DIFFERENCES) {
            assertThat(measure.of(threeEpochs)).isEqualTo(undefined(Reason.TOO_SHORT));
        }
        assertThat(value(TrajectoryMeasure.KENDALL, threeEpochs)).isEqualTo(-1);
    }
}
