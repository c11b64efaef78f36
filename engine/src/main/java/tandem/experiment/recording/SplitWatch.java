package tandem.experiment.recording;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.Recording;
import tandem.measures.Outcomes;
import tandem.measures.examples.AttributionRecorder;
import tandem.measures.examples.ExampleDynamics;
import tandem.measures.examples.ExampleGroup;
import tandem.measures.examples.ExamplePaths;
import tandem.training.ExampleStates;
import tandem.training.data.Examples;

/** What was seen of one split of one run: its last state, and on request how it came about. */
final class SplitWatch {
    private final Recording recording;
    private final Examples examples;
    private final int classCount;
    private final ImmutableList<ExampleGroup> groups;
    private final ExamplePaths paths;
    private final Optional<ExampleDynamics> dynamics;
    private final Optional<AttributionRecorder> attribution;
    private @Nullable Outcomes last;
    private @Nullable ExampleStates lastStates;
    private int lastEpoch;

    SplitWatch(Recording recording, Examples examples, int classCount) {
        this.recording = recording;
        this.examples = examples;
        this.classCount = classCount;
        boolean isGrouped = recording.examples() || recording.attributionEvery().isPresent();
        this.groups = isGrouped ? ExampleGroups.of(examples) : ImmutableList.of();
        this.paths = new ExamplePaths(followed(), classCount);
        this.dynamics = recording.examples() ? Optional.of(new ExampleDynamics(examples.count())) : Optional.empty();
        this.attribution = recording.attributionEvery().isPresent()
                ? Optional.of(
                        new AttributionRecorder(recording.attributionEvery().getAsInt(), groups))
                : Optional.empty();
    }

    private ImmutableList<Integer> followed() {
        if (recording.paths().isEmpty()) {
            return ImmutableList.of();
        }
        return IntStream.range(0, examples.count())
                .filter(position -> recording.paths().contains(examples.ids()[position]))
                .boxed()
                .collect(ImmutableList.toImmutableList());
    }

    void see(int epoch, ExampleStates states) {
        var outcomes = outcomes(states, examples.labels());
        if (dynamics.isPresent() && epoch >= 1) {
            dynamics.get().add(outcomes);
        }
        if (!paths.positions().isEmpty()) {
            paths.add(outcomes);
        }
        if (recording.isAttributedAt(epoch)) {
            attribution.ifPresent(recorder -> recorder.add(epoch, outcomes));
        }
        last = outcomes;
        lastStates = states;
        lastEpoch = epoch;
    }

    /** Told after the last epoch of a run that did not diverge: it ends an interval of the attribution, wherever it comes. */
    void complete() {
        var end = last;
        if (end != null && !recording.isAttributedAt(lastEpoch)) {
            attribution.ifPresent(recorder -> recorder.add(lastEpoch, end));
        }
    }

    /** The state that was seen last. */
    Optional<Outcomes> last() {
        return Optional.ofNullable(last);
    }

    /** {@link #last} held against the labels before corruption. */
    Optional<Outcomes> lastOnCleanLabels() {
        if (lastStates == null || !examples.hasChangedLabels()) {
            return last();
        }
        return Optional.of(outcomes(lastStates.against(examples.cleanLabels()), examples.cleanLabels()));
    }

    private Outcomes outcomes(ExampleStates states, int[] labels) {
        return Outcomes.of(
                classCount, labels, states.predictions(), states.losses(), states.logits(), states.probabilities());
    }

    Examples examples() {
        return examples;
    }

    /** Of each example; empty where nobody asks. */
    ImmutableList<ExampleGroup> groups() {
        return groups;
    }

    /** Of the examples that are followed and in this split, maybe none. */
    ExamplePaths paths() {
        return paths;
    }

    Optional<ExampleDynamics> dynamics() {
        return dynamics;
    }

    ImmutableList<AttributionRecorder.Interval> attributions() {
        return attribution.map(AttributionRecorder::intervals).orElse(ImmutableList.of());
    }
}
