package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run trains and is evaluated on: its splits after preparation. Train always exists; an absent split is no key.
 *
 * @param truth the model that the examples were drawn from, in their coordinates; empty where nobody knows it
 * @param treatment what was done to the splits on purpose
 */
public record PreparedData(
        ImmutableList<String> classNames,
        ImmutableMap<Split, Examples> splits,
        Optional<LogitModel> truth,
        Treatment treatment) {
    public PreparedData {
        checkArgument(classNames.size() >= 2, "two classes or more are needed: %s", classNames);
        checkArgument(splits.containsKey(Split.TRAIN), "a run needs a train split");
    }

    /** Data of unknown origin that was left as it is. */
    public PreparedData(ImmutableList<String> classNames, ImmutableMap<Split, Examples> splits) {
        this(classNames, splits, Optional.empty(), Treatment.NONE);
    }

    /** The same examples, known to be drawn from {@code model}. */
    public PreparedData drawnFrom(LogitModel model) {
        return new PreparedData(classNames, splits, Optional.of(model), treatment);
    }

    /** The splits after they were treated. */
    public PreparedData treated(ImmutableMap<Split, Examples> changed, Treatment done) {
        return new PreparedData(classNames, changed, truth, done);
    }

    public Examples train() {
        return Objects.requireNonNull(splits.get(Split.TRAIN));
    }

    public int classCount() {
        return classNames.size();
    }

    public int featureCount() {
        return train().featureCount();
    }
}
