package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.training.random.RandomStream;

class StandardizationTest {

    /** First feature 1, 2, 4, 9: mean 4, deviations -3, -2, 0, 5, population sd sqrt(38 / 4). The second is constant. */
    private static final Examples EXAMPLES =
            new Examples(2, new double[] {1, 0.1, 2, 0.1, 4, 0.1, 9, 0.1}, new int[] {0, 1, 0, 1});

    @Test
    void dividesByThePopulationDeviation() {
        double sd = Math.sqrt(9.5);
        assertThat(Standardization.of(EXAMPLES).apply(EXAMPLES).features())
                .containsExactly(-3 / sd, 0, -2 / sd, 0, 0, 0, 5 / sd, 0);
    }

    @Test
    void aConstantFeatureKeepsItsScale() {
        var other = new Examples(2, new double[] {4, 2.1}, new int[] {1});
        assertThat(Standardization.of(EXAMPLES).apply(other).features())
                .containsExactly(new double[] {0, 2}, within(1e-15));
    }

    /** Ten times 0.1 sum to 0.9999999999999999: without care the constant would become a feature of ones. */
    @Test
    void theRoundingOfAMeanIsNoDeviation() {
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        var constant = new Examples(1, tenths, new int[10]);
        assertThat(Standardization.of(constant).apply(constant).features()).containsOnly(0);
    }

    @Test
    void anOverflowIsAProblemOfTheSetting() {
        var huge = new Examples(1, new double[] {1e308, -1e308, 1.5e308}, new int[3]);
        assertThatThrownBy(() -> Standardization.of(huge))
                .isInstanceOf(DataSettingException.class)
                .hasMessage("feature 1 of 1 has values too large for a standard deviation; rescale it in the file");
    }

    /** The last of 1, 2, 4, 9 is validation: train has mean 7/3 and population variance 14/9; all have mean 4 and 9.5. */
    @Test
    void statisticsComeFromTheExamplesAsked() {
        double sd = Math.sqrt(14 / 9.0);
        assertThat(prepared(Standardize.TRAIN, Split.VALIDATION))
                .containsExactly(new double[] {(9 - 7 / 3.0) / sd}, within(1e-14));
        assertThat(prepared(Standardize.TRAIN, Split.TRAIN))
                .containsExactly(
                        new double[] {(1 - 7 / 3.0) / sd, (2 - 7 / 3.0) / sd, (4 - 7 / 3.0) / sd}, within(1e-14));
        assertThat(prepared(Standardize.ALL, Split.VALIDATION))
                .containsExactly(new double[] {5 / Math.sqrt(9.5)}, within(1e-14));
        assertThat(prepared(Standardize.NONE, Split.VALIDATION)).containsExactly(9);
    }

    private static double[] prepared(Standardize standardize, Split split) {
        var data = new DataSet(
                ImmutableList.of("x"),
                ImmutableList.of("a", "b"),
                new Examples(1, new double[] {1, 2, 4, 9}, new int[] {0, 1, 0, 1}),
                ImmutableList.of());
        var sizes = new SplitSizes(new Size.Rest(), Optional.of(new Size.Share(0.25)), Optional.empty());
        var prepared = new Preparation(SplitKind.LAST, sizes, standardize).of(data, new RandomStream(0));
        return Objects.requireNonNull(prepared.splits().get(split)).features();
    }
}
