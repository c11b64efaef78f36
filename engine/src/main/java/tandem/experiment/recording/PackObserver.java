package tandem.experiment.recording;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tandem.experiment.scenario.Recording;
import tandem.training.EpochObserver;
import tandem.training.ExampleStates;
import tandem.training.RunInput;
import tandem.training.data.Split;

/** Looks at the runs of one training as a recording asks, and always at their last state. */
public final class PackObserver implements EpochObserver {
    private final Recording recording;
    private final ImmutableList<RunWatch> runs;

    public PackObserver(Recording recording, List<RunInput> inputs) {
        this.recording = recording;
        this.runs = inputs.stream()
                .map(input -> new RunWatch(recording, input.data()))
                .collect(toImmutableList());
    }

    @Override
    public boolean wants(int epoch, boolean isLast) {
        return isLast || recording.looksAt(epoch);
    }

    @Override
    public void see(int run, int epoch, Split split, ExampleStates states) {
        runs.get(run).see(epoch, split, states);
    }

    /** What was seen of a run, by its position among the inputs. */
    public RunWatch run(int index) {
        return runs.get(index);
    }
}
