package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.training.random.RandomStream;

class GaussianClassesTest {

    @Test
    void meansFormARegularSimplexAroundTheOrigin() {
        var classes = new GaussianClasses(5, 6, 3);
        for (int f = 0; f < 6; f++) {
            double sum = 0;
            for (int c = 0; c < 5; c++) {
                sum += classes.mean(c, f);
            }
            assertThat(sum).isCloseTo(0, within(1e-14));
        }
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < a; b++) {
                double squares = 0;
                for (int f = 0; f < 6; f++) {
                    squares += Math.pow(classes.mean(a, f) - classes.mean(b, f), 2);
                }
                assertThat(squares).isCloseTo(9, within(1e-13));
            }
        }
    }

    @Test
    void twoClassesLieSymmetricallyOnTheFirstAxis() {
        var classes = new GaussianClasses(2, 3, 4);
        assertThat(classes.mean(0, 0)).isCloseTo(-2, within(1e-15));
        assertThat(classes.mean(1, 0)).isCloseTo(2, within(1e-15));
        assertThat(classes.mean(1, 1)).isZero();
    }

    /** scipy.stats.norm.cdf(-separation / 2). */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.3085375387259869", "2, 0.15865525393145707", "4, 0.022750131948179195"})
    void twoClassesHaveTheErrorOfOneNormalTail(double separation, double error) {
        assertThat(new GaussianClasses(2, 1, separation).bayesError()).isCloseTo(error, within(1e-14));
    }

    /** mpmath.quad of npdf(u - s / sqrt 2) (1 - ncdf(u)^(K - 1)) with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 0.4537555561429104",
        "3, 3, 0.1152913605456121",
        "4, 2, 0.3222204670295912",
        "10, 6, 0.01006362773226344",
        "3, 20, 1.523970600415127e-23"
    })
    void moreClassesHaveTheErrorOfTheirIntegral(int classes, double separation, double error) {
        assertThat(new GaussianClasses(classes, classes - 1, separation).bayesError())
                .isCloseTo(error, Percentage.withPercentage(1e-8));
    }

    /** With no separation every guess is as good: error (K - 1) / K. */
    @Test
    void withoutSeparationTheErrorIsThatOfGuessing() {
        assertThat(new GaussianClasses(7, 6, 0).bayesError()).isCloseTo(6.0 / 7, within(1e-10));
    }

    @Test
    void theNearestMeanErrsAsOftenAsTheIntegralSays() {
        var classes = new GaussianClasses(4, 5, 2);
        int n = 40_000;
        var data = classes.draw(n, new RandomStream(5));
        int wrong = 0;
        for (int i = 0; i < n; i++) {
            wrong += nearest(classes, data.examples().features(), i * 5)
                            == data.examples().labels()[i]
                    ? 0
                    : 1;
        }
        // Standard error sqrt(0.322 * 0.678 / 40000) = 0.0023; four of them.
        assertThat((double) wrong / n).isCloseTo(classes.bayesError(), within(0.0094));
    }

    private static int nearest(GaussianClasses classes, double[] features, int at) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < classes.classCount(); c++) {
            double squares = 0;
            for (int f = 0; f < classes.featureCount(); f++) {
                squares += Math.pow(features[at + f] - classes.mean(c, f), 2);
            }
            if (squares < smallest) {
                smallest = squares;
                nearest = c;
            }
        }
        return nearest;
    }

    @Test
    void theFirstExamplesStayWhenMoreAreDrawn() {
        var classes = new GaussianClasses(3, 2, 1);
        var few = classes.draw(10, new RandomStream(1)).examples();
        var many = classes.draw(20, new RandomStream(1)).examples();
        assertThat(many.features()).startsWith(few.features());
        assertThat(many.labels()).startsWith(few.labels());
    }
}
