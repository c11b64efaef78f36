package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single lines on the illustrations: every example's loss, and what the population says, against other programmes. */
class LinesFiguresTest {

    /** Origin: scikit-learn 1.2.1 and R 4.2.2 (glm) for the fit; numpy for the lines of the thread; eight digits, one rounded twice. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.13651011, 0.30404990, 1.07286564, 0.96598726, 0.43262797",
        "1, 0.01104775, 0.31326169, 0.47407698, 5.00671535, 0.00407844",
        "2, 0.00005545, 0.00183462, 4.80819607, 0.55435524, 0.59813887",
    })
    void everyExampleOfIllustrationOneHasItsLoss(int run, double a, double b, double c, double d, double e)
            throws IOException {
        double[] losses = Grid.examples("illustration-1-lines")
                .where("run", Integer.toString(run))
                .column("loss");
        assertThat(losses).containsExactly(new double[] {a, b, c, d, e}, within(6e-9));
    }

    /** By hand: cut 0.900 right of the fourth example; -ln of its probabilities in numpy. The least loss at this accuracy is 0.59574. */
    @Test
    void highestAccuracyNeedsNoLargeLoss() throws IOException {
        var line = Grid.runs("illustration-1-lines").where("line", "most-accurate-with-least-loss");
        assertThat(line.value("train_accuracy")).isEqualTo(0.8);
        assertThat(line.value("train_loss")).isBetween(0.59574, 0.59577);
    }

    /** Sample: R 4.2.2, set.seed(845), glm; population: scipy.integrate.quad. */
    @ParameterizedTest
    @CsvSource({
        "fit, 0.6406795, 0.58, 0.6773048, 0.5819418",
        "steep, 1.7441, 0.67, 2.3034602, 0.5399845",
        "truth, 0.65675, 0.60, 0.6597698, 0.6216030",
    })
    void theSampleOfIllustrationTwoIsReplicate844(
            String line, double loss, double accuracy, double populationLoss, double populationAccuracy)
            throws IOException {
        var run = Grid.runs("illustration-2-seeds").where("line", line).where("replicate", "844");
        assertThat(run.value("train_loss")).isCloseTo(loss, within(5e-5));
        assertThat(run.value("train_accuracy")).isEqualTo(accuracy);
        assertThat(run.value("population_loss")).isCloseTo(populationLoss, within(1e-6));
        assertThat(run.value("population_accuracy")).isCloseTo(populationAccuracy, within(1e-6));
    }

    /** The answer to "how typical is it?": of a thousand samples none gains more, by this move, than the thread's. */
    @Test
    void noSampleGainsMoreThanThatOfTheThread() throws IOException {
        var runs = Grid.runs("illustration-2-seeds");
        double[] fit = runs.where("line", "fit").column("train_accuracy");
        double[] steep = runs.where("line", "steep").column("train_accuracy");
        double threads = steep[844] - fit[844];
        assertThat(threads).isCloseTo(0.09, within(1e-12));
        for (int replicate = 0; replicate < fit.length; replicate++) {
            assertThat(steep[replicate] - fit[replicate]).isLessThanOrEqualTo(threads + 1e-12);
        }
    }

    /** Sample: R 4.2.2, set.seed(1234); population: scipy.integrate.quad. */
    @ParameterizedTest
    @CsvSource({
        "fit, 0.6549241, 0.6156, 0.6544840, 0.6199978",
        "truth, 0.6550318, 0.6171, 0.6543764, 0.6201145",
        "steep, 1.0143, 0.6171, 1.0159, 0.6201145",
    })
    void theSampleOfIllustrationThreeIsReplicateZero(
            String line, double loss, double accuracy, double populationLoss, double populationAccuracy)
            throws IOException {
        var run = Grid.runs("illustration-3-lines").where("line", line).where("replicate", "0");
        assertThat(run.value("train_loss")).isCloseTo(loss, within(5e-5));
        assertThat(run.value("train_accuracy")).isEqualTo(accuracy);
        assertThat(run.value("population_loss")).isCloseTo(populationLoss, within(5e-5));
        assertThat(run.value("population_accuracy")).isCloseTo(populationAccuracy, within(1e-6));
    }
}
