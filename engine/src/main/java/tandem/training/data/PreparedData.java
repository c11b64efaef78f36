package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** What one run trains and is evaluated on: its splits after preparation. Train always exists; an absent split is no key. */
public record PreparedData(ImmutableList<String> classNames, ImmutableMap<Split, Examples> splits) {
    public PreparedData {
        checkArgument(classNames.size() >= 2, "two classes or more are needed: %s", classNames);
        checkArgument(splits.containsKey(Split.TRAIN), "a run needs a train split");
    }

    public Examples train() {
        return java.util.Objects.requireNonNull(splits.get(Split.TRAIN));
    }

    public int classCount() {
        return classNames.size();
    }

    public int featureCount() {
        return train().featureCount();
    }
}
