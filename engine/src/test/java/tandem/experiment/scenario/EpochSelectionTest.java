package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EpochSelectionTest {

    private static EpochSelection read(String value) {
        return Texts.read(Texts.HEAD + "record: {epochs: " + value + "}\n")
                .recording()
                .epochs();
    }

    private static int[] epochs(EpochSelection selection, int last) {
        int[] epochs = IntStream.rangeClosed(0, last)
                .filter(epoch -> selection.has(epoch, last))
                .toArray();
        assertThat(selection.count(last)).isEqualTo(epochs.length);
        return epochs;
    }

    @Test
    void allEpochsAreRecordedUnlessOthersAreAskedFor() {
        assertThat(Texts.read(Texts.HEAD).recording().epochs()).isEqualTo(new EpochSelection.All());
        assertThat(epochs(read("all"), 3)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void lastIsTheLastAlone() {
        assertThat(epochs(read("last"), 7)).containsExactly(7);
    }

    @Test
    void everyKeepsStartAndEnd() {
        assertThat(epochs(read("{every: 3}"), 7)).containsExactly(0, 3, 6, 7);
        assertThat(epochs(read("{every: 10}"), 7)).containsExactly(0, 7);
        assertThat(epochs(read("{every: 1}"), 2)).containsExactly(0, 1, 2);
    }

    /** {@code 10^(i / 10)} for i from 0 to 20, rounded: 1, 1.26, 1.58, 2.00, 2.51, 3.16, 3.98, 5.01, 6.31, 7.94, 10, 12.6, 15.8, 20.0, 25.1, 31.6, 39.8, 50.1, 63.1, 79.4, 100. */
    @Test
    void logSpacedKeepsTenADecade() {
        assertThat(epochs(read("log_spaced"), 90))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 90);
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        assertThat(Texts.problems(Texts.HEAD + "record: {epochs: some}\n").getFirst())
                .contains("record.epochs");
        assertThat(Texts.problems(Texts.HEAD + "record: {epochs: {every: 0}}\n").getFirst())
                .contains("record.epochs");
        assertThat(Texts.problems(Texts.HEAD + "record: {compress: zip}\n").getFirst())
                .contains("record.compress");
    }

    @Test
    void aScenarioThatSaysNothingOfThemIsResolvedAsBefore() {
        assertThat(Texts.read(Texts.HEAD).resolvedYaml())
                .contains("measures: default")
                .doesNotContain("compress", "log_spaced", "epochs: all");
    }
}
