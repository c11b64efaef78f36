package tandem.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers, names and lines of comparisons for the eye. */
final class PresentedTextTest {
    @Test
    void countsAgreeWithTheirVerb() {
        assertThat(Counts.differing(1, 20, "row")).isEqualTo("1 of 20 rows differs");
        assertThat(Counts.differing(3, 20, "row")).isEqualTo("3 of 20 rows differ");
        assertThat(Counts.differing(1, 1, "table")).isEqualTo("1 of 1 table differs");
        assertThat(Counts.of(1200, "field")).isEqualTo("1,200 fields");
    }

    @Test
    void nothingIsBelowZeroByItsSignAlone() {
        assertThat(DifferenceText.effect(OptionalDouble.of(-0.004))).isEqualTo("0.00");
        assertThat(DifferenceText.effect(OptionalDouble.of(-0.006))).isEqualTo("-0.01");
        assertThat(DifferenceText.effect(OptionalDouble.empty())).isEqualTo("-");
    }

    @Test
    void whatIsNotZeroIsNotShownAsZero() {
        assertThat(DifferenceText.number(-0.0004, 0.1)).isEqualTo("-0.00040");
        assertThat(DifferenceText.number(0, 0.1)).isEqualTo("0.00");
        assertThat(DifferenceText.number(-10, 1000)).isEqualTo("-10");
    }

    @Test
    void aProbabilityHasTwoDigits() {
        assertThat(DifferenceText.p(OptionalDouble.of(1))).isEqualTo("1.0");
        assertThat(DifferenceText.p(OptionalDouble.of(0.994))).isEqualTo("0.99");
        assertThat(DifferenceText.p(OptionalDouble.of(0.00001))).isEqualTo("<0.0001");
    }

    @Test
    void factorsAreNamedByAsManyPartsAsTellThemApart() {
        assertThat(ShortNames.of(ImmutableList.of("training.epochs", "training.optimizer.learning_rate")))
                .containsExactly("epochs", "learning_rate");
        assertThat(ShortNames.of(ImmutableList.of("corruption.label_noise.rate", "corruption.outliers.rate")))
                .containsExactly("label_noise.rate", "outliers.rate");
        assertThat(ShortNames.of(ImmutableList.of("help"))).containsExactly("help");
        assertThat(ShortNames.level("corruption.label_noise.rate=0.2")).isEqualTo("rate=0.2");
        assertThat(ShortNames.level("out.v2")).isEqualTo("out.v2");
        assertThat(ShortNames.split(List.of("validation_loss", "validation_ece")))
                .isEqualTo("validation_");
        assertThat(ShortNames.split(List.of("validation_loss", "test_loss"))).isEmpty();
    }

    @Test
    void aSentenceIsWrappedBetweenWordsAndKeepsItsPercentSign() {
        String line = "x".repeat(116);
        assertThat(Layout.text(List.of(new Part.Sentence(line + " 95 % of it"))))
                .isEqualTo(line + "\n95 % of it\n");
        assertThat(Layout.text(List.of(new Part.Sentence(line + " 95 of it")))).isEqualTo(line + " 95\nof it\n");
        assertThat(Layout.text(List.of(new Part.Sentence("y".repeat(150) + " z"))))
                .isEqualTo("y".repeat(150) + "\nz\n");
    }
}
