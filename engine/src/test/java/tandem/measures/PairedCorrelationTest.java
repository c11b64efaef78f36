package tandem.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class PairedCorrelationTest {
    private static final double[] LOSSES = {0.3, 0.5, 0.5, 0.9, 0.1, 0.7};
    private static final double[] ACCURACIES = {0.9, 0.8, 0.9, 0.6, 0.9, 0.85};

    private static double value(PairedCorrelation method, double[] losses, double[] accuracies) {
        return method.of(losses, accuracies) instanceof Measured.Defined(double r) ? r : Double.NaN;
    }

    @Test
    void theThreeAgreeWithScipy() {
        // scipy.stats.pearsonr(x, y), spearmanr(x, y), kendalltau(x, y)
        assertThat(value(PairedCorrelation.PEARSON, LOSSES, ACCURACIES)).isCloseTo(-0.7839294959021854, within(1e-15));
        assertThat(value(PairedCorrelation.SPEARMAN, LOSSES, ACCURACIES)).isCloseTo(-0.8008534347238067, within(1e-15));
        assertThat(value(PairedCorrelation.KENDALL, LOSSES, ACCURACIES)).isCloseTo(-0.6943650748294137, within(1e-15));
    }

    @Test
    void theThreeAgreeWithCommonsMathOnManyPairsWithTies() {
        var random = new SplittableRandom(3);
        for (int n : new int[] {2, 3, 7, 100, 333}) {
            double[] x = random.ints(n, -n / 2, n / 2 + 1).asDoubleStream().toArray();
            double[] y = random.doubles(n, 0, 3).map(Math::floor).toArray();
            x[0] = 10.0 * n;
            y[0] = 5;
            assertThat(value(PairedCorrelation.PEARSON, x, y))
                    .isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-8));
            assertThat(value(PairedCorrelation.SPEARMAN, x, y))
                    .isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-8));
            assertThat(value(PairedCorrelation.KENDALL, x, y))
                    .isCloseTo(new KendallsCorrelation().correlation(x, y), within(1e-13));
        }
    }

    @Test
    void oppositeOrdersHaveExactlyMinusOne() {
        double[] rising = {0, 1e-9, 5, 5000};
        double[] falling = {1, 0.5, 0.25, -0.0};
        assertThat(value(PairedCorrelation.SPEARMAN, rising, falling)).isEqualTo(-1);
        assertThat(value(PairedCorrelation.KENDALL, rising, falling)).isEqualTo(-1);
    }

    @Test
    void aConstantSideSaysWhich() {
        double[] flat = {0.5, 0.5 + 1e-13, 0.5};
        double[] varied = {1, 2, 3};
        for (var method : PairedCorrelation.values()) {
            assertThat(method.of(flat, varied)).isEqualTo(new Measured.Undefined(Reason.CONSTANT_LOSS));
            assertThat(method.of(varied, flat)).isEqualTo(new Measured.Undefined(Reason.CONSTANT_ACCURACY));
            assertThat(method.of(flat, flat)).isEqualTo(new Measured.Undefined(Reason.CONSTANT_LOSS));
        }
    }

    @Test
    void onePairIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedCorrelation.KENDALL.of(new double[] {1}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedCorrelation.PEARSON.of(new double[] {1, 2, 3}, new double[] {1, 2}));
    }
}
