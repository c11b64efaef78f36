package tandem.training.data.corruption;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableTable;
import java.util.Optional;
import tandem.training.data.Dose;
import tandem.training.data.Examples;
import tandem.training.data.Mechanism;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.data.Treatment;
import tandem.training.random.RandomStream;

/**
 * Everything done to prepared data on purpose, inputs first, then labels. Mechanisms replace examples, never add any; each has random streams of its own, so that none moves
 * another's choices.
 */
public record Corruption(Optional<LabelNoise> labelNoise) {

    /** Leaves data alone. */
    public static final Corruption NONE = new Corruption(Optional.empty());

    /** Whether random numbers matter. */
    public boolean isByChance() {
        return !mechanisms().isEmpty();
    }

    /** Whether labels may differ from the clean ones. */
    public boolean changesLabels() {
        return labelNoise.isPresent();
    }

    /** The mechanisms at work, and in which splits, whether these exist or not. */
    public ImmutableSetMultimap<Mechanism, Split> mechanisms() {
        var mechanisms = ImmutableSetMultimap.<Mechanism, Split>builder();
        labelNoise.ifPresent(noise -> mechanisms.putAll(Mechanism.LABEL_NOISE, noise.splits()));
        return mechanisms.build();
    }

    /**
     * Checks the settings against what is known of the data before it is drawn.
     *
     * @throws tandem.training.data.DataSettingException if they do not fit
     */
    public void check(ImmutableList<String> classNames) {
        labelNoise.ifPresent(noise -> noise.check(classNames));
    }

    /**
     * The data after corruption.
     *
     * @param stream of the purpose corruption
     * @throws tandem.training.data.DataSettingException if the data cannot satisfy a setting
     */
    public PreparedData of(PreparedData data, RandomStream stream) {
        if (mechanisms().isEmpty()) {
            return data;
        }
        var clean = new CleanData(data);
        var splits = ImmutableMap.<Split, Examples>builder();
        var doses = ImmutableTable.<Mechanism, Split, Dose>builder().putAll(data.treatment().doses());
        data.splits().forEach((split, examples) -> {
            var draft = Draft.of(examples);
            labelNoise.filter(noise -> noise.splits().contains(split)).ifPresent(noise -> {
                var dose = LabelFlips.apply(noise, split, draft, clean, stream);
                doses.put(Mechanism.LABEL_NOISE, split, dose);
            });
            splits.put(split, draft.toExamples());
        });
        return data.treated(
                splits.buildOrThrow(),
                new Treatment(doses.buildOrThrow(), data.treatment().ambiguities()));
    }
}
