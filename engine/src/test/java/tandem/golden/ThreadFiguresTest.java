package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The threads' miniatures and figures, against closed forms. */
final class ThreadFiguresTest {
    private static final double ROUNDING = 1e-12;

    /** Origin: -(3 ln p + ln q) / 4 and -ln p in Python. */
    @ParameterizedTest
    @CsvSource({
        "both-fall, before, 1.656300961444847, 0.75",
        "both-fall, after, 0.8360056169895826, 0",
        "both-rise, before, 0.5613525448225551, 0.25",
        "both-rise, after, 1.656300961444847, 0.75",
        "argmax-flips, before, 0.6951491832306184, 0",
        "argmax-flips, after, 0.6911491778972723, 1",
        "one-example-path, at-0.1, 2.3025850929940455, 0",
        "one-example-path, at-0.22, 1.5141277326297755, 0",
        "one-example-path, at-0.49, 0.7133498878774648, 0",
        "one-example-path, at-0.51, 0.6733445532637656, 1",
    })
    void statesHaveTheirLossAndAccuracy(String scenario, String state, double loss, double accuracy)
            throws IOException {
        var run = Grid.runs(scenario).where("state", state);
        assertThat(run.value("train_loss")).isCloseTo(loss, within(ROUNDING));
        assertThat(run.value("train_accuracy")).isEqualTo(accuracy);
    }

    /** Origin: 2 e ln 2 and -e ln e - (1 - e) ln(1 - e) at e = 19/107 and 5/23 in Python; the asker's own figures. */
    @ParameterizedTest
    @CsvSource({
        "sure-or-tossing, 0.24616441926427965, 0.3013683393738892",
        "askers, 0.4011, 0.4577",
        "equally-confident, 0.4676888318614899, 0.5235863374812598",
    })
    void theAskersFiguresLieInTheCalibratedBand(String model, double train, double validation) throws IOException {
        var run = Grid.runs("askers-figures").where("model-is", model);
        assertThat(run.value("train_loss")).isCloseTo(train, within(ROUNDING));
        assertThat(run.value("validation_loss")).isCloseTo(validation, within(ROUNDING));
        assertThat(run.value("train_accuracy")).isEqualTo(88.0 / 107);
        assertThat(run.value("validation_accuracy")).isEqualTo(18.0 / 23);
    }

    /** Origin: the loss of the best classifier of two normal classes with that accuracy, scipy.integrate.quad. */
    @ParameterizedTest
    @CsvSource({"1.56207, 0.4575279", "1.84933, 0.3906464"})
    void theBestClassifierLosesWhatTheIntegralSays(String separation, double loss) throws IOException {
        double[] losses = Grid.runs("askers-classes")
                .where("data.source.separation", separation)
                .column("validation_loss");
        OtherSeeds.assertSameMean(losses, loss, 0.0005, Integer.MAX_VALUE);
    }

    /** Origin: thirty and sixty times slope += 0.1 (1 - p) in Python. */
    @Test
    void anExampleCrossesTheThresholdAfterThirtyEpochs() throws IOException {
        double[] probability = Grid.paths("one-example-path")
                .where("run", "4")
                .where("split", "train")
                .where("class", "b")
                .column("probability");
        assertThat(probability).hasSize(61);
        assertThat(probability[0]).isCloseTo(0.1, within(ROUNDING));
        assertThat(probability[30]).isCloseTo(0.4927636178293557, within(ROUNDING));
        assertThat(probability[60]).isCloseTo(0.7441858751732491, within(ROUNDING));
    }
}
