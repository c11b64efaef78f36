package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.accuracy;
import static tandem.training.TestResults.correct;
import static tandem.training.TestResults.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.training.data.PreparedData;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Penalty;

/** Losses and accuracies that mathematics knows beforehand. */
final class ClosedFormTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double LN_2 = StrictMath.log(2);

    private static double entropy(double... probabilities) {
        return -Arrays.stream(probabilities).map(p -> p * StrictMath.log(p)).sum();
    }

    /** A misclassified example has at most half the probability on its class, so it loses ln 2 or more. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void theErrorIsAtMostTheLossOverLnTwo(int classCount) {
        var data = TestData.gaussian(4, classCount, 60, 20, classCount);
        var runs = new ArrayList<TestRun>();
        for (int seed = 0; seed < 200; seed++) {
            double deviation = StrictMath.pow(10, seed % 5 - 2.0);
            runs.add(TestRun.of(ModelKind.SOFTMAX, data).fromRandom(deviation, seed));
        }
        for (var result : TestRun.trainAll(runs)) {
            assertThat(1 - accuracy(result)).isLessThanOrEqualTo(loss(result) / LN_2);
        }
    }

    @Test
    void theErrorReachesTheLossOverLnTwo() {
        // Two classes at p = 1/2 for the wrong ones and p = 1 for the right one (z = 800): the bound holds with
        // equality.
        var data = TestData.oneHot(2, 1, 1, 1, 0);
        var result = TestRun.of(ModelKind.LOGISTIC, data)
                .withoutBias()
                .from(0.0, 0.0, 0.0, -800.0)
                .train();
        assertThat(1 - accuracy(result)).isEqualTo(0.75);
        assertThat(loss(result)).isCloseTo(0.75 * LN_2, within(1e-15));
    }

    /** k identical inputs x = 1, the first {@code ones} of class 1, the others of class 0. */
    private static PreparedData identical(int classCount, int... sizes) {
        int[] labels = new int[Arrays.stream(sizes).sum()];
        for (int c = 1, at = sizes[0]; c < sizes.length; at += sizes[c], c++) {
            Arrays.fill(labels, at, at + sizes[c], c);
        }
        double[] x = new double[labels.length];
        Arrays.fill(x, 1);
        return TestData.line(classCount, x, labels);
    }

    /** The minimum on identical inputs: p = q, loss H_b(q), accuracy max(q, 1 - q). 0.325083, 0.693147 by science. */
    @ParameterizedTest
    @CsvSource({"1, 9, 0.325082973391448", "9, 1, 0.325082973391448", "5, 5, 0.693147180559945"})
    void identicalInputsAreLearntToTheShareOfTheirClasses(int zeros, int ones, double minimum) {
        var data = identical(2, zeros, ones);
        double share = ones / 10.0;
        var logistic = TestRun.of(ModelKind.LOGISTIC, data)
                .from(0.3, 0.0)
                .with(new Optimizer.Sgd(2), 1000)
                .train();
        assertThat(loss(logistic)).isCloseTo(minimum, EXACT);
        double logit = logistic.parameters()[0] + logistic.parameters()[1];
        assertThat(1 / (1 + StrictMath.exp(-logit))).isCloseTo(share, EXACT);
        var softmax = TestRun.of(ModelKind.SOFTMAX, data)
                .with(new Optimizer.Sgd(1), 1000)
                .train();
        assertThat(loss(softmax)).isCloseTo(minimum, EXACT);
        var mlp = TestRun.of(ModelKind.MLP, data)
                .hidden(Activation.TANH, 3)
                .fromRandom(0.5, 4)
                .with(new Optimizer.Sgd(0.5), 3000)
                .train();
        assertThat(loss(mlp)).isCloseTo(minimum, EXACT);
        for (var result : List.of(logistic, softmax, mlp)) {
            assertThat(accuracy(result)).isEqualTo(Math.max(share, 1 - share));
        }
    }

    @Test
    void identicalInputsOfThreeClassesAreATieOfThirds() {
        var result = TestRun.of(ModelKind.SOFTMAX, identical(3, 4, 4, 4))
                .fromRandom(1, 6)
                .with(new Optimizer.Sgd(1), 500)
                .train();
        assertThat(loss(result)).isCloseTo(1.098612288668110, EXACT);
        assertThat(correct(result)).isEqualTo(4);
    }

    /** Losses of single examples at p = 0.9: -ln 0.9 nine times and -ln 0.1 once. */
    @Test
    void aNinetyTenTieLosesLittleNineTimesAndMuchOnce() {
        double logit = StrictMath.log(9);
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias();
        assertThat(loss(run.from(logit).train())).isCloseTo(0.105360515657826, EXACT);
        assertThat(loss(run.from(-logit).train())).isCloseTo(2.302585092994046, EXACT);
    }

    /** Biases ln prior and no weights: H(prior) and the largest prior. */
    @ParameterizedTest
    @CsvSource({"10, 90, 0.325082973391448, 0.90", "1, 99, 0.056001534354847, 0.99"})
    void aPredictorOfThePriorLosesItsEntropy(int zeros, int ones, double entropy, double accuracy) {
        var data = identical(2, zeros, ones);
        double p = ones / 100.0;
        assertThat(entropy(p, 1 - p)).isCloseTo(entropy, EXACT);
        var logistic = TestRun.of(ModelKind.LOGISTIC, data)
                .from(0, StrictMath.log(p / (1 - p)))
                .train();
        var softmax = TestRun.of(ModelKind.SOFTMAX, data)
                .from(0, 0, StrictMath.log(1 - p), StrictMath.log(p))
                .train();
        for (var result : List.of(logistic, softmax)) {
            assertThat(loss(result)).isCloseTo(entropy, EXACT);
            assertThat(accuracy(result)).isEqualTo(accuracy);
        }
    }

    @Test
    void aPriorOfThreeClassesLosesItsEntropyToo() {
        var result = TestRun.of(ModelKind.SOFTMAX, identical(3, 20, 50, 30))
                .from(0, 0, 0, StrictMath.log(0.2), StrictMath.log(0.5), StrictMath.log(0.3))
                .train();
        assertThat(loss(result)).isCloseTo(entropy(0.2, 0.5, 0.3), EXACT);
        assertThat(accuracy(result)).isEqualTo(0.5);
    }

    /** All logits equal: ln K, and every example is given to the lowest class. */
    @ParameterizedTest
    @CsvSource({"2, 0.693147180559945", "3, 1.098612288668110", "10, 2.302585092994046"})
    void aUniformPredictorLosesLnOfTheClassCountAndPredictsTheLowestClass(int classCount, double loss) {
        var data = TestData.gaussian(2, classCount, 50, 30, 1);
        long lowest = Arrays.stream(data.train().labels()).filter(l -> l == 0).count();
        var result = TestRun.of(ModelKind.SOFTMAX, data).train();
        assertThat(loss(result)).isCloseTo(loss, EXACT);
        assertThat(correct(result)).isEqualTo((int) lowest);
    }

    @Test
    void aLogisticModelAtAHalfPredictsClassZero() {
        var result = TestRun.of(ModelKind.LOGISTIC, identical(2, 3, 7)).train();
        assertThat(correct(result)).isEqualTo(3);
        assertThat(loss(result)).isCloseTo(LN_2, EXACT);
    }

    private static RunResult withTrueProbabilities(double... probabilities) {
        int[] labels = new int[probabilities.length];
        Arrays.fill(labels, 1);
        double[] logits = Arrays.stream(probabilities)
                .map(p -> StrictMath.log(p / (1 - p)))
                .toArray();
        return TestRun.of(ModelKind.LOGISTIC, TestData.oneHot(2, labels))
                .withoutBias()
                .from(logits)
                .train();
    }

    /** Each line: four probabilities of the true class, their mean -ln and the share above a half. */
    @ParameterizedTest
    @CsvSource({
        ".51, .51, .51, .01, 1.6563, 0.75",
        ".49, .49, .49, .30, 0.8360, 0",
        ".49, .49, .49, .90, 0.5614, 0.25",
        ".499, .499, .499, .499, 0.6951, 0",
        ".501, .501, .501, .501, 0.6911, 1"
    })
    void lossAndAccuracyMoveApart(double a, double b, double c, double d, double loss, double accuracy) {
        var result = withTrueProbabilities(a, b, c, d);
        assertThat(loss(result)).isCloseTo(loss, within(0.5e-4));
        double mean =
                -Arrays.stream(new double[] {a, b, c, d}).map(StrictMath::log).sum() / 4;
        assertThat(loss(result)).isCloseTo(mean, EXACT);
        assertThat(accuracy(result)).isEqualTo(accuracy);
    }

    /** Scaling all logits by 1/T: no prediction changes; the slope of the loss at 1/T = 1 is E[E_p z - z_true]. */
    @Test
    void temperatureMovesTheLossAndNoPrediction() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 3, 60, 20, 9))
                .fromRandom(1, 5);
        double[] w = run.train().parameters();
        int correct = correct(run.train());
        for (double inverse : new double[] {0.01, 0.5, 3, 100}) {
            assertThat(correct(run.from(scaled(w, inverse)).train())).isEqualTo(correct);
        }
        // Along w the slope is gradient . w, and the step of length 1 shows the gradient.
        double[] stepped = run.with(new Optimizer.Sgd(1), 1).train().parameters();
        double slope = 0;
        for (int i = 0; i < w.length; i++) {
            slope += (w[i] - stepped[i]) * w[i];
        }
        double h = 1e-5;
        double above = loss(run.from(scaled(w, 1 + h)).train());
        double below = loss(run.from(scaled(w, 1 - h)).train());
        assertThat(slope).isCloseTo((above - below) / (2 * h), EXACT);
    }

    private static double[] scaled(double[] w, double factor) {
        return Arrays.stream(w).map(v -> v * factor).toArray();
    }

    /** As T goes to 0 the loss goes to 1/T E[max z - z_true]: two examples of class 0, logits (0, 2) and (0, -3) give 2 / 2. */
    @Test
    void aColdModelLosesItsMarginsOverItsTemperature() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.oneHot(2, 0, 0)).withoutBias();
        assertThat(loss(run.from(2e4, -3e4).train()) / 1e4).isCloseTo(1, within(1e-15));
    }

    /** lambda = 1e4: the weights vanish and the bias learns the prior; where it is penalised too, nothing is learnt. */
    @Test
    void anOverwhelmingPenaltyLeavesThePriorOrNothing() {
        // The penalty's curvature is 2e4: momentum m is stable below rate 2 (1 + m) / 2e4. A rate of 1e-4 with 1 / (1 -
        // 0.99)
        // moves the bias as one of 0.01 would, 20000 steps by some exp(-20000 * 0.01 * 0.1).
        var optimizer = new Optimizer.Momentum(1e-4, 0.99);
        var data = TestData.gaussian(2, 2, 30, 10, 12);
        double prior = Arrays.stream(data.train().labels()).average().orElseThrow();
        double entropy = entropy(prior, 1 - prior);
        for (var kind : List.of(ModelKind.LOGISTIC, ModelKind.SOFTMAX)) {
            var run = TestRun.of(kind, data).fromRandom(0.5, 2).with(optimizer, 20_000);
            assertThat(loss(run.with(new Penalty(1e4, 0, false)).train())).isCloseTo(entropy, within(1e-4));
            assertThat(loss(run.with(new Penalty(1e4, 0, true)).train())).isCloseTo(LN_2, within(1e-4));
        }
        assertThat(entropy).isLessThan(LN_2 - 0.01);
        // An absolute penalty of 1e4 makes Adam's steps of 1e-4 jump about 0.
        var absolute = TestRun.of(ModelKind.LOGISTIC, data)
                .with(new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-8, AdamForm.PYTORCH), 3_000)
                .with(new Penalty(0, 1e4, false));
        assertThat(loss(absolute.train())).isCloseTo(entropy, within(1e-4));
    }

    /** ln(1 + e^-z) is e^-z to 16 digits for z of 40 and more: the tail of separable problems stays visible. */
    @ParameterizedTest
    @ValueSource(doubles = {40, 100, 400, 700})
    void tinyLossesKeepAllTheirDigits(double z) {
        var logistic = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias();
        var softmax = TestRun.of(ModelKind.SOFTMAX, TestData.line(3, new double[] {1}, 1))
                .withoutBias();
        assertThat(loss(logistic.from(z).train()) / StrictMath.exp(-z)).isCloseTo(1, within(1e-15));
        assertThat(loss(softmax.from(0, z, 0).train()) / (2 * StrictMath.exp(-z)))
                .isCloseTo(1, within(1e-15));
        // And on the wrong side the loss is z.
        assertThat(loss(logistic.from(-z).train())).isCloseTo(z, within(1e-13));
        assertThat(loss(softmax.from(0, -z, -z).train())).isCloseTo(z, within(1e-13));
    }

    @Test
    void classOneNeedsAComputedProbabilityAboveAHalf() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {1}, 1))
                .withoutBias();
        // 1 / (1 + exp(-1e-17)) is 0.5 in double; 1 / (1 + exp(-1e-15)) is above.
        assertThat(correct(run.from(1e-17).train())).isZero();
        assertThat(correct(run.from(1e-15).train())).isEqualTo(1);
    }

    @Test
    void aTieGoesToTheLowestOfTheLargestLogits() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.line(4, new double[] {1, 1, 1, 1}, 0, 1, 2, 3))
                .withoutBias();
        assertThat(correct(run.from(-1, 2, 2, 0).train())).isEqualTo(1);
        var second = TestRun.of(ModelKind.SOFTMAX, TestData.line(4, new double[] {1}, 1))
                .withoutBias();
        var third = TestRun.of(ModelKind.SOFTMAX, TestData.line(4, new double[] {1}, 2))
                .withoutBias();
        assertThat(correct(second.from(-1, 2, 2, 0).train())).isEqualTo(1);
        assertThat(correct(third.from(-1, 2, 2, 0).train())).isZero();
    }
}
