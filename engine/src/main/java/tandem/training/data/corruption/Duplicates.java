package tandem.training.data.corruption;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import tandem.training.data.DataSettingException;
import tandem.training.data.Split;

/**
 * Groups of {@code copies} examples with the features of one prototype, in some of which labels disagree.
 *
 * <p>Prototypes are examples of the train split, those with the smallest draws, shared by all splits: group g of every split copies prototype g. A split of n examples has {@code floor(n / copies)}
 * groups; the examples that remain stay as they are. Of all prototypes the {@code round(share P)} with the smallest draws are ambiguous: {@code round(minority_share copies)} of the
 * copies of each get one other class, drawn with equal chances, in every split the same; all other copies have the prototype's class. No label of these is wrong, so they are the clean ones.
 *
 * @param share of the prototypes that are ambiguous
 * @param minorityShare of the copies of an ambiguous prototype with the other class
 * @param jitter standard deviation of the normal noise on each feature of each copy, in the units of the prepared features
 */
public record Duplicates(int copies, double share, double minorityShare, double jitter, ImmutableSet<Split> splits) {
    public Duplicates {
        checkArgument(copies >= 2, "a group must have 2 copies or more: %s", copies);
        checkArgument(share >= 0 && share <= 1, "a share must lie in [0, 1]: %s", share);
        checkArgument(minorityShare >= 0 && minorityShare <= 1, "a share must lie in [0, 1]: %s", minorityShare);
        checkArgument(jitter >= 0 && Double.isFinite(jitter), "jitter must be finite and not negative: %s", jitter);
    }

    /** The same with exact copies. */
    Duplicates exact() {
        return new Duplicates(copies, share, minorityShare, 0, splits);
    }

    /**
     * How many prototypes are needed.
     *
     * @throws DataSettingException if a split has no group, or train too few examples for the prototypes of another split
     */
    int prototypeCount(ImmutableMap<Split, Integer> exampleCounts) {
        int train = exampleCounts.getOrDefault(Split.TRAIN, 0);
        int most = 0;
        for (var split : exampleCounts.entrySet()) {
            int count = split.getValue();
            if (splits.contains(split.getKey())) {
                if (count < copies) {
                    throw infeasible(
                            lenientFormat("are more than the %s examples of a split; write at most %s", count, count));
                }
                if (count / copies > train) {
                    throw infeasible(lenientFormat(
                            "make %s groups in a split, each of a prototype of its own, and train has %s examples;"
                                    + " write at least %s",
                            count / copies, train, count / (train + 1) + 1));
                }
                most = Math.max(most, count / copies);
            }
        }
        return most;
    }

    private static DataSettingException infeasible(String message) {
        return DataSettingException.ofCorruption("duplicates.copies", message);
    }
}
