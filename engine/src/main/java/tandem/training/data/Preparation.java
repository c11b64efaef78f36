package tandem.training.data;

import com.google.common.collect.ImmutableMap;
import tandem.training.random.RandomStream;

/**
 * What is done to a source before training, in this order: split, then standardize.
 *
 * @param standardize whose examples give the statistics; {@code ALL} means the whole source, unused examples included
 */
public record Preparation(SplitKind split, SplitSizes sizes, Standardize standardize) {

    /**
     * The splits of one replicate.
     *
     * @param stream of the purpose split
     * @throws DataSettingException if the source cannot satisfy the settings
     */
    public PreparedData of(DataSet data, RandomStream stream) {
        var chosen = ImmutableMap.<Split, Examples>builder();
        Splitter.split(data, split, sizes, stream)
                .forEach((part, positions) -> chosen.put(part, data.examples().at(positions)));
        return new PreparedData(data.classNames(), standardized(data, chosen.buildOrThrow()));
    }

    private ImmutableMap<Split, Examples> standardized(DataSet data, ImmutableMap<Split, Examples> splits) {
        return switch (standardize) {
            case NONE -> splits;
            case TRAIN -> apply(Standardization.of(new PreparedData(data.classNames(), splits).train()), splits);
            case ALL -> apply(Standardization.of(data.examples()), splits);
        };
    }

    private static ImmutableMap<Split, Examples> apply(
            Standardization standardization, ImmutableMap<Split, Examples> splits) {
        var standardized = ImmutableMap.<Split, Examples>builder();
        splits.forEach((part, examples) -> standardized.put(part, standardization.apply(examples)));
        return standardized.buildOrThrow();
    }
}
