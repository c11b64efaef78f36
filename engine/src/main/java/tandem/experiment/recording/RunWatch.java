package tandem.experiment.recording;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.experiment.scenario.Recording;
import tandem.measures.Outcomes;
import tandem.training.ExampleStates;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;

/** What was seen of the examples of one run. */
public final class RunWatch {
    private final ImmutableList<String> classNames;
    private final ImmutableMap<Split, SplitWatch> splits;
    private boolean isComplete;

    RunWatch(Recording recording, PreparedData data) {
        this.classNames = data.classNames();
        var watches = ImmutableMap.<Split, SplitWatch>builder();
        data.splits()
                .forEach((split, examples) ->
                        watches.put(split, new SplitWatch(recording, examples, data.classCount())));
        this.splits = watches.buildOrThrow();
    }

    void see(int epoch, Split split, ExampleStates states) {
        split(split).see(epoch, states);
    }

    /** Told once, after training, if the run did not diverge: what was seen last is its end. */
    public void complete() {
        isComplete = true;
        splits.values().forEach(SplitWatch::complete);
    }

    /** The state of a split at the last epoch of a complete run; empty where it diverged or has no such split. */
    public Optional<Outcomes> last(Split split) {
        return isComplete ? Optional.ofNullable(splits.get(split)).flatMap(SplitWatch::last) : Optional.empty();
    }

    /** {@link #last} held against the labels before corruption. */
    public Optional<Outcomes> lastOnCleanLabels(Split split) {
        return isComplete
                ? Optional.ofNullable(splits.get(split)).flatMap(SplitWatch::lastOnCleanLabels)
                : Optional.empty();
    }

    /** What was seen of a split that exists. */
    SplitWatch split(Split split) {
        return requireNonNull(splits.get(split));
    }

    ImmutableMap<Split, SplitWatch> splits() {
        return splits;
    }

    ImmutableList<String> classNames() {
        return classNames;
    }
}
