package tandem.analysis.comparison.means;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tandem.measures.Direction;

/** Verdicts on differences. */
final class JudgementTest {
    private static final double[] LOSSES = {0.31, 0.28, 0.35, 0.30, 0.33, 0.29, 0.36, 0.27};

    private static Values.Each shifted(double... by) {
        double[] values = new double[LOSSES.length];
        Arrays.setAll(values, i -> LOSSES[i] + by[i % by.length]);
        return new Values.Each(ImmutableDoubleArray.copyOf(values));
    }

    private static Judgement judge(Values.Each second, Direction direction, OptionalDouble band) {
        var difference = new MeanTests(false).paired(shifted(0), second, 0.05);
        return Judgement.of(difference, direction, band, 0.05);
    }

    private static Verdict verdict(Values.Each second, Direction direction) {
        return judge(second, direction, OptionalDouble.empty()).verdict();
    }

    @Test
    void theDirectionOfTheMeasureMakesAnIncreaseBetterOrWorse() {
        var higher = shifted(0.1, 0.11);
        var lower = shifted(-0.1, -0.11);
        assertThat(verdict(higher, Direction.LOWER)).isEqualTo(Verdict.WORSE);
        assertThat(verdict(lower, Direction.LOWER)).isEqualTo(Verdict.BETTER);
        assertThat(verdict(higher, Direction.HIGHER)).isEqualTo(Verdict.BETTER);
        assertThat(verdict(lower, Direction.HIGHER)).isEqualTo(Verdict.WORSE);
        assertThat(verdict(higher, Direction.NEITHER)).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void anIntervalWithZeroInItIsInconclusiveUnlessItFitsIntoTheBand() {
        var about = shifted(0.01, -0.011);
        assertThat(verdict(about, Direction.LOWER)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(about, Direction.LOWER, OptionalDouble.of(0.02)).verdict())
                .isEqualTo(Verdict.EQUIVALENT);
        assertThat(judge(about, Direction.LOWER, OptionalDouble.of(0.005)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aSmallSureDifferenceInsideTheBandIsEquivalent() {
        var higher = shifted(0.001, 0.0011);
        assertThat(verdict(higher, Direction.LOWER)).isEqualTo(Verdict.WORSE);
        assertThat(judge(higher, Direction.LOWER, OptionalDouble.of(0.002)).verdict())
                .isEqualTo(Verdict.EQUIVALENT);
    }

    @Test
    void noDifferenceIsTheSame() {
        assertThat(verdict(shifted(0), Direction.LOWER)).isEqualTo(Verdict.SAME);
    }

    @Test
    void aConstantDifferenceNeedsAsManyValuesAsASignTest() {
        // 2 / 2^8 = 0.0078
        assertThat(verdict(shifted(0.5), Direction.LOWER)).isEqualTo(Verdict.WORSE);
        var eight = new MeanTests(false).paired(shifted(0), shifted(0.5), 0.001);
        assertThat(Judgement.of(eight, Direction.LOWER, OptionalDouble.empty(), 0.001)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatIsMissingNeverPasses() {
        var none = shifted(Double.NaN);
        assertThat(verdict(none, Direction.LOWER)).isEqualTo(Verdict.MISSING);
        var one = shifted(-0.1, -0.11, -0.1, -0.12, -0.1, -0.1, -0.1, Double.NaN);
        var judgement = judge(one, Direction.LOWER, OptionalDouble.of(9));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.note()).contains("over 5 %");
    }

    @Test
    void directionsOfColumnsComeFromTheirMeasures() {
        assertThat(Directions.of("validation_loss")).isEqualTo(Direction.LOWER);
        assertThat(Directions.of("clean_test_accuracy")).isEqualTo(Direction.HIGHER);
        assertThat(Directions.of("train_ece")).isEqualTo(Direction.LOWER);
        assertThat(Directions.of("clean_validation_kappa")).isEqualTo(Direction.HIGHER);
        assertThat(Directions.of("train_spearman")).isEqualTo(Direction.NEITHER);
        assertThat(Directions.of("population_loss")).isEqualTo(Direction.LOWER);
        assertThat(Directions.of("cut")).isEqualTo(Direction.NEITHER);
        assertThat(Directions.isFinal("clean_train_loss")).isTrue();
        assertThat(Directions.isFinal("train_loss_q50")).isFalse();
        assertThat(Directions.isFinal("loss")).isFalse();
    }
}
