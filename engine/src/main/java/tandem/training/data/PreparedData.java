package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.util.Objects;

/**
 * What one run trains and is evaluated on: its splits after preparation. Train always exists; an absent split is no key.
 *
 * @param doses of each mechanism in each split to which it was applied
 * @param ambiguities of each split in which identical inputs were made to carry different labels
 */
public record PreparedData(
        ImmutableList<String> classNames,
        ImmutableMap<Split, Examples> splits,
        ImmutableTable<Mechanism, Split, Dose> doses,
        ImmutableMap<Split, Ambiguity> ambiguities) {
    public PreparedData {
        checkArgument(classNames.size() >= 2, "two classes or more are needed: %s", classNames);
        checkArgument(splits.containsKey(Split.TRAIN), "a run needs a train split");
    }

    /** Data that no mechanism touched. */
    public PreparedData(ImmutableList<String> classNames, ImmutableMap<Split, Examples> splits) {
        this(classNames, splits, ImmutableTable.of(), ImmutableMap.of());
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
