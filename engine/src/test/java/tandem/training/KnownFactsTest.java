package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.accuracy;
import static tandem.training.TestResults.correct;
import static tandem.training.TestResults.loss;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.training.data.Examples;
import tandem.training.data.LogitModel;
import tandem.training.data.PreparedData;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Optimizer;
import tandem.training.random.RandomStream;

/**
 * What theory says of loss and accuracy, held against the engine. All of it, and where it is tested:
 *
 * <table>
 * <caption>Facts and their tests</caption>
 * <tr><th>fact</th><th>tests</th></tr>
 * <tr><td>F1 error at most loss / ln 2; what losses allow</td><td>{@link ClosedFormTest}, here</td></tr>
 * <tr><td>F2 calibrated band, Fano excess and its margin</td><td>here, OutcomeMeasureTest, CalibratedBandProof</td></tr>
 * <tr><td>F3 identical inputs: floor, ceiling, distribution of losses</td>
 * <td>{@link ClosedFormTest}, IdenticalInputsTest, DuplicatesTest, InputCorruptionTest</td></tr>
 * <tr><td>F4 predictors of the prior, uniform predictors</td><td>{@link ClosedFormTest}</td></tr>
 * <tr><td>F5 temperature</td><td>{@link ClosedFormTest}, TemperatureTest, OutcomeMeasureTest (AUC)</td></tr>
 * <tr><td>F6 separable data</td><td>{@link SeparableDataTest}</td></tr>
 * <tr><td>F7 symmetric noise on a separable task</td><td>here</td></tr>
 * <tr><td>F8 noise identity</td><td>{@link LossValueTest} (mean absolute error), here (0-1 loss)</td></tr>
 * <tr><td>F9 class weights</td><td>{@link ClassWeightsTest} (gradient descent), here (minimum)</td></tr>
 * <tr><td>F10 overwhelming penalties</td><td>{@link ClosedFormTest}</td></tr>
 * <tr><td>F11 excess error bounded by excess loss</td><td>here</td></tr>
 * <tr><td>F12 clipping single examples</td><td>{@link RemedyStepTest}</td></tr>
 * <tr><td>F13 repeated features</td><td>here</td></tr>
 * <tr><td>F14 steps and spread of accuracy</td><td>here</td></tr>
 * <tr><td>F15 Brier score in parts</td><td>BrierScoreTest</td></tr>
 * </table>
 */
final class KnownFactsTest {
    private static final double LN_2 = StrictMath.log(2);

    /** Groups of identical inputs, one feature a group; {@code counts[group][class]} examples. */
    private static PreparedData groups(int[][] counts) {
        int[] labels =
                new int[Arrays.stream(counts).flatMapToInt(Arrays::stream).sum()];
        double[] features = new double[labels.length * counts.length];
        int at = 0;
        for (int group = 0; group < counts.length; group++) {
            for (int c = 0; c < counts[group].length; c++) {
                for (int i = 0; i < counts[group][c]; i++, at++) {
                    features[at * counts.length + group] = 1;
                    labels[at] = c;
                }
            }
        }
        return TestData.of(counts[0].length, new Examples(counts.length, features, labels));
    }

    /** A model with {@code logits[group][class]}. */
    private static TestRun saying(int[][] counts, double[][] logits) {
        int classCount = counts[0].length;
        double[] weights = new double[classCount * counts.length];
        for (int group = 0; group < counts.length; group++) {
            for (int c = 0; c < classCount; c++) {
                weights[c * counts.length + group] = logits[group][c];
            }
        }
        return TestRun.of(ModelKind.SOFTMAX, groups(counts)).withoutBias().from(weights);
    }

    private static double[][] logarithms(int[][] counts) {
        return Arrays.stream(counts)
                .map(group -> Arrays.stream(group).mapToDouble(StrictMath::log).toArray())
                .toArray(double[][]::new);
    }

    /** Five groups of 20; every class is in every group. */
    private static int[][] drawnCounts(int classCount, SplittableRandom random) {
        int[][] counts = new int[5][classCount];
        for (int[] group : counts) {
            Arrays.fill(group, 1);
            for (int left = 20 - classCount; left > 0; left--) {
                group[(int) (classCount * StrictMath.pow(random.nextDouble(), 3))]++;
            }
        }
        return counts;
    }

    /** F1: right everywhere is possible below ln K only; below that and from ln 2 on, for K above 2, so is every accuracy. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10})
    void aLossBetweenLnTwoAndLnOfTheClassCountAllowsEveryAccuracy(int classCount) {
        int[] labels = new int[8];
        double nearlyEven = 1e-9;
        for (int right = 0; right <= 8; right++) {
            double[] parameters = new double[classCount * 8];
            for (int i = 0; i < 8; i++) {
                // the label a little above all others, or a little below one of them that has the same half
                parameters[i] = i < right ? nearlyEven : 40 - nearlyEven;
                parameters[8 + i] = i < right ? 0 : 40;
            }
            var result = TestRun.of(ModelKind.SOFTMAX, TestData.oneHot(classCount, labels))
                    .withoutBias()
                    .from(parameters)
                    .train();
            assertThat(correct(result)).isEqualTo(right);
            assertThat(loss(result))
                    .isCloseTo((right * StrictMath.log(classCount) + (8 - right) * LN_2) / 8, within(1e-8))
                    .isLessThan(right == 8 ? StrictMath.log(classCount) : 3);
        }
    }

    /** F2 with probabilities that are the shares of the labels: {@code 2 ln 2 e <= CE <= H_b(e) + e ln(K - 1)}. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void aCalibratedPredictorLiesInItsBand(int classCount) {
        var random = new SplittableRandom(classCount);
        for (int trial = 0; trial < 200; trial++) {
            int[][] counts = drawnCounts(classCount, random);
            var result = saying(counts, logarithms(counts)).train();
            double e = 1 - accuracy(result);
            double entropy = e == 0 ? 0 : -e * StrictMath.log(e) - (1 - e) * StrictMath.log(1 - e);
            assertThat(loss(result))
                    .isGreaterThanOrEqualTo(2 * LN_2 * e - 1e-12)
                    .isLessThanOrEqualTo(entropy + e * StrictMath.log(classCount - 1) + 1e-12);
        }
    }

    /** F7: every label enumerated in proportion. 0.500402, 0.939847 and 1.551902 on noisy labels; -ln(1 - eta) on clean ones. */
    @ParameterizedTest
    @CsvSource({
        "2, 0.2, 0.500402423538188, 0.223143551314210",
        "10, 0.2, 0.939847339005432, 0.223143551314210",
        "10, 0.4, 1.551901497943744, 0.510825623765991"
    })
    void theBestAnswerToSymmetricNoiseIsRightAndUnsure(int classCount, double eta, double noisy, double clean) {
        int[] counts = new int[classCount];
        Arrays.fill(counts, (int) Math.round(90 * eta / (classCount - 1)));
        counts[0] = (int) Math.round(90 * (1 - eta));
        var onNoisy =
                saying(new int[][] {counts}, logarithms(new int[][] {counts})).train();
        assertThat(loss(onNoisy)).isCloseTo(noisy, within(1e-9));
        assertThat(accuracy(onNoisy)).isCloseTo(1 - eta, within(1e-15));
        int[] right = new int[classCount];
        right[0] = 90;
        var onClean =
                saying(new int[][] {right}, logarithms(new int[][] {counts})).train();
        assertThat(loss(onClean)).isCloseTo(clean, within(1e-9));
        assertThat(accuracy(onClean)).isEqualTo(1);
    }

    /** F8 for 0-1 loss: {@code eta + (1 - eta K / (K - 1)) error}, every wrong label the same number of times; cross-entropy has no such law. */
    @Test
    void symmetricNoiseMapsTheErrorOnALine() {
        int classCount = 4;
        double eta = 0.3;
        var random = new SplittableRandom(8);
        int violations = 0;
        for (int trial = 0; trial < 50; trial++) {
            int[][] clean = new int[6][classCount];
            int[][] noisy = new int[6][classCount];
            double[][] logits = new double[6][];
            for (int group = 0; group < 6; group++) {
                int label = group % classCount;
                Arrays.fill(noisy[group], 1);
                noisy[group][label] = 7;
                clean[group][label] = 10;
                logits[group] = random.doubles(classCount, -2, 2).toArray();
            }
            var before = saying(clean, logits).train();
            var after = saying(noisy, logits).train();
            double shrink = 1 - eta * classCount / (classCount - 1);
            assertThat(1 - accuracy(after)).isCloseTo(eta + shrink * (1 - accuracy(before)), within(1e-12));
            violations += Math.abs(loss(after) - eta - shrink * loss(before)) > 1e-3 ? 1 : 0;
        }
        assertThat(violations).isGreaterThan(45);
    }

    /** F9: groups with shares 0.2, 0.5, 0.9 of class 1; weight w moves every logit by ln w, so their order stays; the plain loss gets worse. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 3, 19})
    void aClassWeightMovesEveryLogitByItsLogarithm(double weight) {
        int[][] counts = {{8, 2}, {5, 5}, {1, 9}};
        var run = TestRun.of(ModelKind.LOGISTIC, groups(counts)).withoutBias().with(new Optimizer.Newton(), 100);
        var plain = NewtonTrainer.train(run.input());
        var weighted = NewtonTrainer.train(run.with(new ClassWeights.Given(ImmutableMap.of("0", 1.0, "1", weight)))
                .input());
        for (int group = 0; group < 3; group++) {
            double odds = (double) counts[group][1] / counts[group][0];
            assertThat(plain.parameters()[group]).isCloseTo(StrictMath.log(odds), within(1e-9));
            assertThat(weighted.parameters()[group] - plain.parameters()[group])
                    .isCloseTo(StrictMath.log(weight), within(1e-9));
        }
        assertThat(loss(weighted)).isGreaterThan(loss(plain));
        assertThat(correct(weighted)).isLessThanOrEqualTo(correct(plain));
    }

    /** F11, against the shares of the labels: psi of two classes, Pinsker's bound of more. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void theExcessErrorIsBoundedByTheExcessLoss(int classCount) {
        var random = new SplittableRandom(11 + classCount);
        for (int trial = 0; trial < 200; trial++) {
            int[][] counts = drawnCounts(classCount, random);
            double spread = StrictMath.pow(10, trial % 4 - 2);
            double[][] logits = IntStream.range(0, 5)
                    .mapToObj(_ -> random.doubles(classCount, -spread, spread).toArray())
                    .toArray(double[][]::new);
            var best = saying(counts, logarithms(counts)).train();
            var other = saying(counts, logits).train();
            double loss = loss(other) - loss(best);
            double error = Math.max(0, accuracy(best) - accuracy(other));
            assertThat(error).isLessThanOrEqualTo(Math.sqrt(2 * loss) + 1e-12);
            if (classCount == 2) {
                double psi = 0.5 * ((1 + error) * StrictMath.log1p(error) + (1 - error) * StrictMath.log1p(-error));
                assertThat(loss).isGreaterThanOrEqualTo(psi - 1e-12);
            }
        }
    }

    /** F13: naive Bayes with unit variances and equal priors; a feature said m times over is m times the logit. */
    @Test
    void repeatedFeaturesMultiplyTheLogits() {
        double[] means = {0.8, -0.3, 0.5};
        double bias = -(0.64 + 0.09 + 0.25) / 2;
        var once = TestData.gaussian(3, 2, 60, 20, 13).train();
        double[] line = {means[0], means[1], means[2], bias};
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.of(2, once));
        int correct = correct(run.from(line).train());
        for (int m : new int[] {2, 5, 40}) {
            double[] features = new double[60 * 3 * m];
            double[] repeated = new double[3 * m + 1];
            for (int i = 0; i < features.length; i++) {
                features[i] = once.features()[i / (3 * m) * 3 + i % 3];
            }
            Arrays.setAll(repeated, i -> i < 3 * m ? means[i % 3] : m * bias);
            var result = TestRun.of(ModelKind.LOGISTIC, TestData.of(2, new Examples(3 * m, features, once.labels())))
                    .from(repeated)
                    .train();
            double[] scaled = Arrays.stream(line).map(v -> m * v).toArray();
            assertThat(loss(result)).isCloseTo(loss(run.from(scaled).train()), within(1e-12));
            assertThat(correct(result)).isEqualTo(correct);
        }
    }

    /** F14: 50 fresh examples at a time; 4000 accuracies have a standard deviation within 4 % (3.6 of its standard errors). */
    @Test
    void theAccuracyOfAFixedLineSpreadsAsItsBinomial() {
        var truth = new LogitModel(2, 0.5);
        var line = new LogitModel(1, -0.2);
        double expected = truth.accuracyOf(line);
        var runs = IntStream.range(0, 4000)
                .mapToObj(seed -> TestRun.of(
                                ModelKind.LOGISTIC,
                                TestData.of(
                                        2,
                                        truth.draw(50, new RandomStream(seed)).examples()))
                        .from(new Start.Line(1, -0.2)))
                .toList();
        var accuracies = new SummaryStatistics();
        for (var result : TestRun.trainAll(runs)) {
            accuracies.addValue(accuracy(result));
        }
        double deviation = Math.sqrt(expected * (1 - expected) / 50);
        assertThat(accuracies.getMean()).isCloseTo(expected, within(4 * deviation / Math.sqrt(4000)));
        assertThat(accuracies.getStandardDeviation()).isCloseTo(deviation, Percentage.withPercentage(4));
    }
}
