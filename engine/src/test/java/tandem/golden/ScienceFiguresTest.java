package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The figures of the three illustrations of Cross Validated 258166 (the answer by ahstat), read from the tables that the command writes. The expected
 * values were computed independently, with NumPy, SciPy (optimize.minimize, stats.spearmanr, stats.pearsonr) and R 4.2.2, and are checked to every
 * digit they were given with.
 */
final class ScienceFiguresTest {
    private static final double LN_2 = 0.6931471805599453;

    /** Half a unit in the last of so many decimal places. */
    private static Offset<Double> digits(int places) {
        return within(0.5 * StrictMath.pow(10, -places) + 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        // scenario, places, slope, intercept, loss, accuracy
        "illustration-1-fit, 10, 1.2680508990, -0.6542742770, 0.5824081759, 0.6",
        "illustration-2-fit, 7, 0.9545327, 0.4180130, 0.6406795, 0.58",
        "illustration-3-fit, 7, 0.9970862, -0.0304638, 0.6549241, 0.6156",
    })
    void theFitsAreThoseOfIndependentProgrammes(
            String scenario, int places, double slope, double intercept, double loss, double accuracy)
            throws IOException {
        var fit = Grid.runs(scenario);
        assertThat(fit.value("final_slope")).isCloseTo(slope, digits(places));
        assertThat(fit.value("final_intercept")).isCloseTo(intercept, digits(places));
        assertThat(fit.value("train_loss")).isCloseTo(loss, digits(places));
        assertThat(fit.value("train_accuracy")).isEqualTo(accuracy);
    }

    @Test
    void theCutOfIllustrationOneIsWhereTheFitCrossesAHalf() throws IOException {
        assertThat(Grid.runs("illustration-1-fit").value("cut")).isCloseTo(0.5159684659, digits(10));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.5, -0.1, 1.1618360417", "5, -4.8, 0.96, 1.1925160504"})
    void theThreadsAccurateLinesOfIllustrationOneHaveALargeLoss(double slope, double intercept, double cut, double loss)
            throws IOException {
        var line = Grid.runs("illustration-1").cell(slope, intercept);
        assertThat(line.value("cut")).isCloseTo(cut, within(1e-15));
        assertThat(line.value("train_loss")).isCloseTo(loss, digits(10));
        assertThat(line.value("train_accuracy")).isEqualTo(0.8);
    }

    @Test
    void theGridOfIllustrationOne() throws IOException {
        var grid = Grid.runs("illustration-1");
        assertThat(grid.size()).isEqualTo(10_201);
        // Exact rational arithmetic gives 465; so does the rule p > 0.5 (z > 0 would give 462 or 464).
        var best = grid.mostAccurate();
        assertThat(best.size()).isEqualTo(465);
        assertThat(best.accuracy()).containsOnly(0.8);
        assertThat(Arrays.stream(best.slope())).allMatch(slope -> slope > 0);
        var lowest = grid.lowestLoss();
        assertThat(lowest.value("train_loss")).isCloseTo(0.5825906660, digits(10));
        assertThat(lowest.slope()).containsExactly(1.3);
        assertThat(lowest.intercept()).containsExactly(-0.7);
    }

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
    void alongTheFittedInterceptOfIllustrationTwoLossAndAccuracyRiseTogether(double slope, double loss, double accuracy)
            throws IOException {
        var line = Grid.runs("illustration-2").cell(slope, 0.4);
        assertThat(line.value("train_loss")).isCloseTo(loss, digits(4));
        assertThat(line.value("train_accuracy")).isEqualTo(accuracy);
    }

    @Test
    void theGridOfIllustrationTwo() throws IOException {
        var grid = Grid.runs("illustration-2");
        var best = grid.mostAccurate();
        assertThat(best.size()).isEqualTo(131);
        assertThat(best.accuracy()).containsOnly(0.68);
        assertThat(Arrays.stream(best.loss()).min().orElseThrow()).isCloseTo(0.6626, digits(4));
        assertThat(Arrays.stream(best.loss()).max().orElseThrow()).isCloseTo(1.739, digits(3));
        double[] slope = grid.slope();
        double[] intercept = grid.intercept();
        var right = grid.at(i -> slope[i] >= 0.9545327 && intercept[i] == 0.4);
        assertThat(right.spearman()).isCloseTo(0.86, digits(2));
        // The line of slope 0 and intercept 0 has the loss ln 2 itself and is not counted.
        var low = grid.lossBelow(LN_2);
        assertThat(low.size()).isEqualTo(267);
        assertThat(low.spearman()).isCloseTo(0.18, digits(2));
        assertThat(grid.pearson()).isCloseTo(-0.46, digits(2));
        assertThat(grid.spearman()).isCloseTo(-0.42, digits(2));
    }

    @Test
    void theGridOfIllustrationThree() throws IOException {
        var grid = Grid.runs("illustration-3");
        var lowest = grid.lowestLoss();
        assertThat(lowest.slope()).containsExactly(1.0);
        assertThat(lowest.intercept()).containsExactly(0.0);
        // These are the true parameters.
        assertThat(lowest.value("train_loss")).isCloseTo(0.6550318, digits(7));
        assertThat(lowest.value("train_accuracy")).isEqualTo(0.6171);
        var best = grid.mostAccurate();
        assertThat(best.size()).isEqualTo(5);
        assertThat(best.accuracy()).containsOnly(0.6190);
        assertThat(best.cell(4.5, 0.7).size()).isEqualTo(1);
        assertThat(Arrays.stream(best.loss()).min().orElseThrow()).isCloseTo(0.98, digits(2));
        assertThat(Arrays.stream(best.loss()).max().orElseThrow()).isCloseTo(1.69, digits(2));
        assertThat(grid.pearson()).isCloseTo(-0.21, digits(2));
        assertThat(grid.spearman()).isCloseTo(-0.26, digits(2));
        var low = grid.lossBelow(LN_2);
        assertThat(low.pearson()).isCloseTo(-0.52, digits(2));
        assertThat(low.spearman()).isCloseTo(-0.51, digits(2));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.6791", "1, 0.6550", "2, 0.6874", "5, 1.0143", "10, 1.7816"})
    void scaleMovesTheLossOfIllustrationThree(double slope, double loss) throws IOException {
        assertThat(Grid.runs("illustration-3").cell(slope, 0).value("train_loss"))
                .isCloseTo(loss, digits(4));
    }

    @Test
    void scaleLeavesTheAccuracyOfIllustrationThree() throws IOException {
        var grid = Grid.runs("illustration-3");
        double[] slope = grid.slope();
        double[] intercept = grid.intercept();
        var line = grid.at(i -> slope[i] > 0 && intercept[i] == 0);
        assertThat(line.size()).isEqualTo(100);
        assertThat(line.accuracy()).containsOnly(0.6171);
    }

    @Test
    void theTrueParametersOfIllustrationTwo() throws IOException {
        var truth = Grid.runs("illustration-2").cell(0.3, 0.5);
        assertThat(truth.value("train_loss")).isCloseTo(0.65675, digits(5));
        assertThat(truth.value("train_accuracy")).isEqualTo(0.60);
    }
}
