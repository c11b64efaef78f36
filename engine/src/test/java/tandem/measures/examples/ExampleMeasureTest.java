package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tandem.measures.examples.TestOutcomes.value;

import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.measures.Curve;
import tandem.measures.Measure;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;
import tandem.measures.SplitResult;

class ExampleMeasureTest {

    private static SplitResult result(Optional<Outcomes> last, int exampleCount) {
        return new SplitResult(Curve.of(new double[] {1}, new int[] {0}, exampleCount), 2, last);
    }

    private static double of(ExampleMeasure measure, Outcomes outcomes) {
        return value(measure.of(result(Optional.of(outcomes), outcomes.count())));
    }

    @Test
    void everyConstantIsAColumnOfItsOwnNameAndIsReadAlone() {
        var outcomes = TestOutcomes.waves();
        var alone = Arrays.stream(ExampleMeasure.values())
                .map(measure -> measure.of(result(Optional.of(outcomes), outcomes.count())))
                .toList();
        assertThat(ExampleMeasure.allOf(outcomes)).containsExactlyElementsOf(alone);
        for (ExampleMeasure measure : ExampleMeasure.values()) {
            assertThat(measure.column()).isEqualTo(measure.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void quantilesAreThoseOfTheirNames() {
        double[] losses =
                IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        for (ExampleMeasure measure : ExampleMeasure.values()) {
            if (measure.column().startsWith("loss_q")) {
                double level = Integer.parseInt(measure.column().substring(6)) / 100.0;
                assertThat(of(measure, TestOutcomes.ofLosses(losses))).isCloseTo(level, within(1e-15));
            }
        }
    }

    @Test
    void everyColumnReadsItsOwnPart() {
        var waves = TestOutcomes.waves();
        var losses = LossDistribution.of(waves);
        assertThat(of(ExampleMeasure.LOSS_SKEWNESS, waves)).isEqualTo(value(losses.skewness()));
        assertThat(of(ExampleMeasure.LOSS_BOWLEY, waves)).isEqualTo(value(losses.bowley()));
        assertThat(of(ExampleMeasure.LOSS_KURTOSIS, waves)).isEqualTo(value(losses.kurtosis()));
        assertThat(of(ExampleMeasure.LOSS_GINI, waves)).isEqualTo(value(losses.gini()));
        assertThat(of(ExampleMeasure.LOSS_TOP5_SHARE, waves)).isEqualTo(value(losses.topShare(0.05)));
        var equalWidth = Calibration.ofEqualWidth(waves);
        assertThat(of(ExampleMeasure.ECE, waves)).isEqualTo(equalWidth.expectedError());
        assertThat(of(ExampleMeasure.ECE_DEBIASED, waves)).isEqualTo(equalWidth.debiasedError());
        assertThat(of(ExampleMeasure.SQUARED_CALIBRATION_ERROR, waves)).isEqualTo(equalWidth.debiasedSquare());
        assertThat(of(ExampleMeasure.MCE, waves)).isEqualTo(equalWidth.largestError());
        assertThat(of(ExampleMeasure.ACE, waves))
                .isEqualTo(Calibration.ofEqualMass(waves).expectedError());
        var brier = BrierScore.of(waves);
        assertThat(of(ExampleMeasure.BRIER, waves)).isEqualTo(brier.score());
        assertThat(of(ExampleMeasure.BRIER_RELIABILITY, waves)).isEqualTo(brier.reliability());
        assertThat(of(ExampleMeasure.BRIER_RESOLUTION, waves)).isEqualTo(brier.resolution());
        assertThat(of(ExampleMeasure.BRIER_UNCERTAINTY, waves)).isEqualTo(brier.uncertainty());
        assertThat(of(ExampleMeasure.BRIER_RESIDUAL, waves)).isEqualTo(brier.residual());
    }

    @Test
    void aDefinedValueLiesInTheRangeOfItsColumn() {
        for (int seed = 0; seed < 60; seed++) {
            var outcomes = TestOutcomes.random(seed, 1 + seed, 2 + seed % 5, 1 + seed % 8);
            for (ExampleMeasure measure : ExampleMeasure.values()) {
                if (measure.of(result(Optional.of(outcomes), 1 + seed)) instanceof Measured.Defined(double value)) {
                    assertThat(value).as(measure.column()).isBetween(end(measure, 0) - 1e-12, end(measure, 1) + 1e-12);
                }
            }
        }
    }

    private static double end(Measure measure, int index) {
        String range = measure.range();
        String text = Splitter.on(", ")
                .splitToList(range.substring(1, range.length() - 1))
                .get(index);
        return Double.parseDouble(text.replace("inf", "Infinity"));
    }

    @Test
    void aDivergedRunHasNoLastState() {
        for (Measure measure : ExampleMeasure.values()) {
            assertThat(measure.of(result(Optional.empty(), 3))).isEqualTo(new Measured.Undefined(Reason.DIVERGED));
        }
    }

    @Test
    void marginsAndConfidencesAreWorkedByHand() {
        // labels 0, 1, 2, 0; the last two are wrong, with p = 0.95 and 0.6
        var outcomes = TestOutcomes.ofProbabilities(
                new int[] {0, 1, 2, 0}, 0.8, 0.1, 0.1, 0.25, 0.5, 0.25, 0.95, 0.04, 0.01, 0.3, 0.6, 0.1);
        double[] margins = {StrictMath.log(8), StrictMath.log(2), -StrictMath.log(95), -StrictMath.log(2)};
        assertThat(of(ExampleMeasure.MARGIN_MEAN, outcomes))
                .isCloseTo(Arrays.stream(margins).average().orElseThrow(), within(1e-15));
        // sorted -ln 95, -ln 2, ...: h = 3 * 0.05
        assertThat(of(ExampleMeasure.MARGIN_Q05, outcomes))
                .isCloseTo(margins[2] + 0.15 * (margins[3] - margins[2]), within(1e-14));
        assertThat(of(ExampleMeasure.NEGATIVE_MARGIN_SHARE, outcomes)).isEqualTo(0.5);
        assertThat(of(ExampleMeasure.CONFIDENCE_WHEN_WRONG, outcomes)).isCloseTo(0.775, within(1e-15));
        assertThat(of(ExampleMeasure.CONFIDENT_ERROR_SHARE, outcomes)).isEqualTo(0.5);
        assertThat(of(ExampleMeasure.OVERCONFIDENCE, outcomes))
                .isCloseTo((0.8 + 0.5 + 0.95 + 0.6 - 2) / 4, within(1e-15));
    }

    @Test
    void entropyIsThatOfScipy() {
        // scipy.stats.entropy(p, axis=1).mean()
        assertThat(of(ExampleMeasure.ENTROPY_MEAN, TestOutcomes.waves())).isCloseTo(0.5022285491860353, within(1e-14));
        // uniform: ln 3; certain: 0, not NaN
        assertThat(TestOutcomes.ofLogits(new int[1], 0, 0, 0).entropy(0)).isCloseTo(StrictMath.log(3), within(1e-15));
        assertThat(TestOutcomes.ofLogits(new int[1], 1000, 0, 0).entropy(0)).isEqualTo(0);
    }

    @Test
    void allRightHasNoErrorsToBeSureOf() {
        var outcomes = TestOutcomes.ofProbabilities(new int[] {0, 1}, 0.9, 0.1, 0.3, 0.7);
        var noErrors = new Measured.Undefined(Reason.NO_ERRORS);
        assertThat(ExampleMeasure.CONFIDENCE_WHEN_WRONG.of(result(Optional.of(outcomes), 2)))
                .isEqualTo(noErrors);
        assertThat(ExampleMeasure.CONFIDENT_ERROR_SHARE.of(result(Optional.of(outcomes), 2)))
                .isEqualTo(noErrors);
        assertThat(of(ExampleMeasure.OVERCONFIDENCE, outcomes)).isCloseTo(-0.2, within(1e-15));
        assertThat(of(ExampleMeasure.NEGATIVE_MARGIN_SHARE, outcomes)).isEqualTo(0);
    }

    @Test
    void allWrongAndSureIsTheWorst() {
        var outcomes = TestOutcomes.ofLogits(new int[] {1, 1, 1}, 800, 0, 800, 0, 800, 0);
        assertThat(of(ExampleMeasure.CONFIDENT_ERROR_SHARE, outcomes)).isEqualTo(1);
        assertThat(of(ExampleMeasure.OVERCONFIDENCE, outcomes)).isEqualTo(1);
        assertThat(of(ExampleMeasure.ECE, outcomes)).isEqualTo(1);
        assertThat(of(ExampleMeasure.MCE, outcomes)).isEqualTo(1);
        assertThat(of(ExampleMeasure.ACE, outcomes)).isEqualTo(1);
        assertThat(of(ExampleMeasure.BRIER, outcomes)).isEqualTo(2);
        assertThat(of(ExampleMeasure.BRIER_RELIABILITY, outcomes)).isEqualTo(2);
        assertThat(of(ExampleMeasure.BRIER_UNCERTAINTY, outcomes)).isEqualTo(0);
    }

    @Test
    void oneExampleHasEveryMeasureThatNeedsOne() {
        var one = TestOutcomes.ofLogits(new int[] {1}, 0, 2);
        var undefined = Arrays.stream(ExampleMeasure.values())
                .filter(measure -> measure.of(result(Optional.of(one), 1)) instanceof Measured.Undefined)
                .toList();
        assertThat(undefined)
                .containsExactly(
                        ExampleMeasure.LOSS_SKEWNESS,
                        ExampleMeasure.LOSS_BOWLEY,
                        ExampleMeasure.LOSS_KURTOSIS,
                        ExampleMeasure.CONFIDENCE_WHEN_WRONG,
                        ExampleMeasure.CONFIDENT_ERROR_SHARE);
    }

    @Test
    void temperatureLeavesTheErrorsAndTheirMarginsNegative() {
        var outcomes = TestOutcomes.waves();
        for (double t : new double[] {0.2, 3}) {
            var scaled = TestOutcomes.scaled(outcomes, t);
            assertThat(of(ExampleMeasure.NEGATIVE_MARGIN_SHARE, scaled))
                    .isEqualTo(of(ExampleMeasure.NEGATIVE_MARGIN_SHARE, outcomes));
            assertThat(of(ExampleMeasure.MARGIN_MEAN, scaled))
                    .isCloseTo(of(ExampleMeasure.MARGIN_MEAN, outcomes) / t, within(1e-13));
        }
    }
}
