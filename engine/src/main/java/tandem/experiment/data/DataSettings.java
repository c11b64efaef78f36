package tandem.experiment.data;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.Optional;
import java.util.OptionalLong;
import tandem.training.data.Imbalance;
import tandem.training.data.Mechanism;
import tandem.training.data.Preparation;
import tandem.training.data.Size;
import tandem.training.data.Split;
import tandem.training.data.SplitKind;
import tandem.training.data.SplitSizes;
import tandem.training.data.Splitter;
import tandem.training.data.Standardize;
import tandem.training.data.corruption.Corruption;

/**
 * The data of a cell, as a scenario states it.
 *
 * @param label name of the label column; empty for the last column (files only)
 * @param weight name of the column with a weight for each example (files only); empty for all the same
 * @param splitColumn name of the column that says the split, used by {@link SplitKind#COLUMN}; other kinds leave it aside where it holds
 *     split names
 * @param rSeed R seed of replicate 0 for a generator drawn as R draws it (replicate r takes this + r)
 * @param imbalance which examples of the source are used at all; empty for all
 * @param corruption what is done to the prepared splits on purpose
 */
public record DataSettings(
        Source source,
        Optional<String> label,
        Optional<String> weight,
        SplitKind split,
        String splitColumn,
        Size train,
        Optional<Size> validation,
        Optional<Size> test,
        Standardize standardize,
        OptionalLong rSeed,
        Optional<Imbalance> imbalance,
        Corruption corruption) {

    /** The same with another corruption. */
    public DataSettings corruptedBy(Corruption other) {
        if (other.equals(corruption)) {
            return this;
        }
        return new DataSettings(
                source,
                label,
                weight,
                split,
                splitColumn,
                train,
                validation,
                test,
                standardize,
                rSeed,
                imbalance,
                other);
    }

    /** What makes the data harder on purpose, and in which splits, whether these exist or not. */
    public ImmutableSetMultimap<Mechanism, Split> mechanisms() {
        var mechanisms = ImmutableSetMultimap.<Mechanism, Split>builder();
        imbalance.ifPresent(_ -> mechanisms.putAll(Mechanism.IMBALANCE, Split.values()));
        return mechanisms.putAll(corruption.mechanisms()).build();
    }

    /** Whether the examples themselves are random numbers; those of a file are not. */
    public boolean drawsExamples() {
        return !(source instanceof Source.File);
    }

    /** Whether it is left to chance which examples are used and which one goes to which split. */
    public boolean splitsByChance() {
        return imbalance.isPresent() || Splitter.isByChance(split, sizes());
    }

    SplitSizes sizes() {
        return new SplitSizes(train, validation, test);
    }

    Preparation preparation() {
        return new Preparation(split, sizes(), standardize);
    }
}
