package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.training.random.RandomStream;

class LogitModelTest {

    /** scipy.integrate.quad of 1/2 sigmoid(-|a x + b|) over (-1, 1), split where a x + b = 0. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.3798854930417225",
        "0.3, 0.5, 0.3783970057230235",
        "0.3, -0.2, 0.44636786144368834",
        "-2, 1, 0.2561113305069814",
        "0, 0.7, 0.3318122278318339",
        "1e-9, 2, 0.11920292202211753",
        "800, 3, 0.0008664339756999318",
        "0, 0, 0.5"
    })
    void bayesErrorIsTheClosedForm(double slope, double intercept, double error) {
        assertThat(new LogitModel(slope, intercept).bayesError()).isCloseTo(error, Percentage.withPercentage(1e-11));
    }

    /** scipy.integrate.quad of 1/2 (softplus(z) - p z); the true parameters of illustration 2, its fit, and (10, 0.4). */
    @Test
    void crossEntropyIsThatOfThePopulation() {
        var truth = new LogitModel(0.3, 0.5);
        assertThat(truth.crossEntropyOf(truth)).isCloseTo(0.659769845888487, within(1e-13));
        assertThat(truth.crossEntropyOf(new LogitModel(0.9545327, 0.4180130)))
                .isCloseTo(0.6773047948765288, within(1e-13));
        assertThat(truth.crossEntropyOf(new LogitModel(10, 0.4))).isCloseTo(2.3034601870110656, within(1e-12));
    }

    /** scipy.integrate.quad of p right of the cut and 1 - p left of it, halved; truth, fit and (10, 0.4) of illustration 2, then lines that never cross. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 0.5, 0.6216029942769764",
        "0.9545327, 0.4180130, 0.5819418414078712",
        "10, 0.4, 0.5399845289961127",
        "-10, 0.4, 0.4698121069924377",
        "0, 1, 0.6216029942769764",
        "0, -1, 0.3783970057230235",
        "0, 0, 0.3783970057230235"
    })
    void accuracyIsThatOfThePopulation(double slope, double intercept, double accuracy) {
        var truth = new LogitModel(0.3, 0.5);
        assertThat(truth.accuracyOf(new LogitModel(slope, intercept))).isCloseTo(accuracy, within(1e-13));
    }

    @Test
    void theFirstExamplesStayWhenMoreAreDrawn() {
        var few = new LogitModel(1, 0).draw(10, new RandomStream(1)).examples();
        var many = new LogitModel(1, 0).draw(20, new RandomStream(1)).examples();
        assertThat(many.features()).startsWith(few.features());
        assertThat(many.labels()).startsWith(few.labels());
    }

    @Test
    void theBestRuleErrsAsOftenAsTheClosedFormSays() {
        int n = 40_000;
        var examples = new LogitModel(-2, 1).draw(n, new RandomStream(9)).examples();
        int wrong = 0;
        for (int i = 0; i < n; i++) {
            int best = -2 * examples.features()[i] + 1 > 0 ? 1 : 0;
            wrong += best == examples.labels()[i] ? 0 : 1;
        }
        // Standard error sqrt(0.256 * 0.744 / 40000) = 0.0022; four of them.
        assertThat((double) wrong / n).isCloseTo(0.2561113305069814, within(0.0088));
    }
}
