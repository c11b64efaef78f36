package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tandem.measures.Detail;
import tandem.measures.LateMeasure;
import tandem.measures.TrajectoryMeasure;

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
        assertThat(recording)
                .isEqualTo(new Recording(
                        true,
                        ImmutableSet.of(9, 2),
                        OptionalInt.of(4),
                        new MeasureChoice(Detail.ALL, ImmutableSet.of())));
        assertThat(recording.paths()).containsExactly(9, 2);
    }

    @Test
    void measuresCanBeNamed() {
        var measures = Texts.read(Texts.HEAD + "record: {measures: [min_loss, late_min_accuracy]}\n")
                .recording()
                .measures();
        assertThat(measures.of(9, 2)).containsExactly(TrajectoryMeasure.MIN_LOSS, LateMeasure.LATE_MIN_ACCURACY);
        assertThat(measures.isDear()).isFalse();
    }

    @Test
    void aMeasureThatDoesNotExistOrStandsTwiceIsRefused() {
        assertThatThrownBy(() -> Texts.read(Texts.HEAD + "record: {measures: [min_los]}\n"))
                .hasMessageContaining("record.measures[0]: must be one of min_loss, ")
                .hasMessageContaining("did you mean 'min_loss'?");
        assertThatThrownBy(() -> Texts.read(Texts.HEAD + "record: {measures: [min_loss, min_loss]}\n"))
                .hasMessageContaining("the measure min_loss stands twice; keep one");
        assertThatThrownBy(() -> Texts.read(Texts.HEAD + "record: {measures: []}\n"))
                .hasMessageContaining("record.measures: must not be empty");
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
