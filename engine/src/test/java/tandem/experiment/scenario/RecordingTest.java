package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tandem.measures.Detail;

class RecordingTest {

    @Test
    void aScenarioThatSaysNothingRecordsNothingMore() {
        assertThat(Texts.read(Texts.HEAD).recording()).isEqualTo(Recording.DEFAULT);
        assertThat(Texts.read(Texts.HEAD + "record: {}\n").recording()).isEqualTo(Recording.DEFAULT);
    }

    @Test
    void everythingCanBeAskedFor() {
        var recording = Texts.read(Texts.HEAD
                        + "record: {examples: true, paths: [9, 2], attribution: {every: 4}, measures: all}\n")
                .recording();
        assertThat(recording).isEqualTo(new Recording(true, ImmutableSet.of(9, 2), OptionalInt.of(4), Detail.ALL));
        assertThat(recording.paths()).containsExactly(9, 2);
    }

    @Test
    void attributionTakesTenEpochsAtOnce() {
        var recording = Texts.read(Texts.HEAD + "record: {attribution: {}}\n").recording();
        assertThat(recording.attributionEvery()).hasValue(10);
        assertThat(recording.looksAt(0)).isTrue();
        assertThat(recording.looksAt(9)).isFalse();
        assertThat(recording.looksAt(20)).isTrue();
    }

    @Test
    void examplesAreFollowedFromTheFirstEpochAndPathsFromTheStart() {
        var examples = Texts.read(Texts.HEAD + "record: {examples: true}\n").recording();
        assertThat(examples.looksAt(0)).isFalse();
        assertThat(examples.looksAt(1)).isTrue();
        assertThat(Texts.read(Texts.HEAD + "record: {paths: [0]}\n").recording().looksAt(0))
                .isTrue();
    }

    @Test
    void theCommandLineSetsIt() {
        var recording = Texts.read(Texts.HEAD, Texts.set("record.examples=true", "record.paths=[1]"))
                .recording();
        assertThat(recording.examples()).isTrue();
        assertThat(recording.paths()).containsExactly(1);
    }
}
