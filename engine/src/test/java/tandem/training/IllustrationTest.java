package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.training.TestResults.accuracy;
import static tandem.training.TestResults.correct;
import static tandem.training.TestResults.loss;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.training.data.Examples;
import tandem.training.data.LogitModel;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;

/**
 * One-feature logistic models with given parameters on the three data sets of a public answer (Cross Validated 258166); the figures were computed
 * with numpy and R 4.2.2.
 */
final class IllustrationTest {
    private static final double[] X = {-1, -0.3, 0, 0.9, 1};
    private static final int[] Y = {0, 0, 1, 0, 1};
    private static final Offset<Double> TEN_DIGITS = within(0.6e-10);

    private static RunResult evaluate(PreparedData data, double slope, double intercept) {
        return TestRun.of(ModelKind.LOGISTIC, data)
                .from(new Start.Line(slope, intercept))
                .train();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2680508990, -0.6542742770, 0.5824081759, 0.6",
        "5, 0.5, 1.1618360417, 0.8",
        "5, -4.8, 1.1925160504, 0.8"
    })
    void theFirstIllustrationHasItsMeanLossAndAccuracy(double slope, double intercept, double loss, double accuracy) {
        var result = evaluate(TestData.line(2, X, Y), slope, intercept);
        assertThat(loss(result)).isCloseTo(loss, TEN_DIGITS);
        assertThat(accuracy(result)).isEqualTo(accuracy);
        assertThat(result.parameters()).containsExactly(slope, intercept);
    }

    @Test
    void theFirstIllustrationHasTheLossOfEachExample() {
        assertLosses(1.2680508990, -0.6542742770, 0.13651011, 0.30404990, 1.07286564, 0.96598726, 0.43262797);
        assertLosses(5, 0.5, 0.01104775, 0.31326169, 0.47407698, 5.00671535, 0.00407844);
        assertLosses(5, -4.8, 0.00005545, 0.00183462, 4.80819607, 0.55435524, 0.59813887);
    }

    private static void assertLosses(double slope, double intercept, double... losses) {
        for (int i = 0; i < X.length; i++) {
            var result = evaluate(TestData.line(2, new double[] {X[i]}, Y[i]), slope, intercept);
            assertThat(loss(result)).isCloseTo(losses[i], within(0.6e-8));
        }
    }

    /** Slope and intercept each -5 to 5 by 0.1: 465 of 10,201 cells reach 0.8, all with a > 0; the least loss is 0.5825906660. */
    @Test
    void theGridOfTheFirstIllustrationHasItsExtremes() {
        var data = TestData.line(2, X, Y);
        var cells = new ArrayList<TestRun>();
        for (int a = -50; a <= 50; a++) {
            for (int b = -50; b <= 50; b++) {
                cells.add(TestRun.of(ModelKind.LOGISTIC, data).from(new Start.Line(a / 10.0, b / 10.0)));
            }
        }
        var results = TestRun.trainAll(cells);
        int best = results.stream().mapToInt(TestResults::correct).max().orElseThrow();
        assertThat(best).isEqualTo(4);
        assertThat(results.stream().filter(r -> correct(r) == best))
                .hasSize(465)
                .allSatisfy(r -> assertThat(r.parameters()[0]).isPositive());
        var least = results.get(0);
        for (var result : results) {
            least = loss(result) < loss(least) ? result : least;
        }
        assertThat(least.parameters()).containsExactly(1.3, -0.7);
        assertThat(loss(least)).isCloseTo(0.5825906660, TEN_DIGITS);
    }

    private static PreparedData drawnAsR(double slope, double intercept, int count, int seed) {
        Examples examples =
                new LogitModel(slope, intercept).drawAsR(count, seed).examples();
        return new PreparedData(LogitModel.CLASS_NAMES, ImmutableMap.of(Split.TRAIN, examples));
    }

    /** Intercept 0.4. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.6730, 0.60",
        "0.3, 0.6557, 0.60",
        "1, 0.6408, 0.58",
        "2, 0.6742, 0.63",
        "3, 0.7548, 0.63",
        "4, 0.8653, 0.67",
        "6, 1.1338, 0.68",
        "8, 1.4322, 0.68",
        "10, 1.7441, 0.67"
    })
    void theSecondIllustrationGainsAccuracyAsItsLossRises(double slope, double loss, double accuracy) {
        var result = evaluate(drawnAsR(0.3, 0.5, 100, 845), slope, 0.4);
        assertThat(loss(result)).isCloseTo(loss, within(0.5001e-4));
        assertThat(accuracy(result)).isEqualTo(accuracy);
    }

    @Test
    void theSecondIllustrationHasTheLossOfItsTrueParameters() {
        var result = evaluate(drawnAsR(0.3, 0.5, 100, 845), 0.3, 0.5);
        assertThat(loss(result)).isCloseTo(0.65675, within(0.5001e-5));
        assertThat(accuracy(result)).isEqualTo(0.60);
    }

    /** Intercept 0: the cut is 0 for every slope. */
    @ParameterizedTest
    @CsvSource({"0.2, 0.6791", "1, 0.6550", "2, 0.6874", "5, 1.0143", "10, 1.7816"})
    void theThirdIllustrationKeepsItsAccuracyWhileItsLossMoves(double slope, double loss) {
        var result = evaluate(drawnAsR(1, 0, 10_000, 1234), slope, 0);
        assertThat(loss(result)).isCloseTo(loss, within(0.5001e-4));
        assertThat(accuracy(result)).isEqualTo(0.6171);
    }
}
