package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.data.Split;
import tandem.training.data.corruption.Corruption;
import tandem.training.data.corruption.Duplicates;
import tandem.training.data.corruption.FeatureNoise;
import tandem.training.data.corruption.LabelNoise;
import tandem.training.data.corruption.Outliers;
import tandem.training.data.corruption.Shift;

/** Turns the resolved section {@code corruption}, which is known to be right, into typed settings. */
final class CorruptionReader {
    private CorruptionReader() {}

    static Corruption corruption(Settings corruption) {
        return new Corruption(
                read(corruption, "duplicates", CorruptionReader::duplicates),
                read(corruption, "shift", CorruptionReader::shift),
                read(corruption, "feature_noise", CorruptionReader::featureNoise),
                read(corruption, "outliers", CorruptionReader::outliers),
                read(corruption, "label_noise", CorruptionReader::labelNoise));
    }

    private static <T> Optional<T> read(Settings corruption, String key, Function<Settings, T> reader) {
        return corruption.has(key) ? Optional.of(reader.apply(corruption.section(key))) : Optional.empty();
    }

    private static Duplicates duplicates(Settings duplicates) {
        return new Duplicates(
                duplicates.whole("copies"),
                duplicates.real("share"),
                duplicates.real("minority_share"),
                duplicates.real("jitter"),
                splits(duplicates));
    }

    private static Shift shift(Settings shift) {
        return new Shift(
                shift.choice("kind", Shift.Kind.class),
                shift.real("intensity"),
                shift.has("class") ? Optional.of(shift.text("class")) : Optional.empty(),
                splits(shift));
    }

    private static FeatureNoise featureNoise(Settings noise) {
        return new FeatureNoise(noise.real("share"), noise.real("sd"), splits(noise));
    }

    private static Outliers outliers(Settings outliers) {
        double share = outliers.real("share");
        return switch (outliers.text("kind")) {
            case "label" -> new Outliers.Label(share, outliers.whole("copies"), splits(outliers));
            case "leverage" -> new Outliers.Leverage(share, outliers.real("distance"), splits(outliers));
            default -> throw unknown(outliers);
        };
    }

    private static LabelNoise labelNoise(Settings noise) {
        var splits = splits(noise);
        return switch (noise.text("kind")) {
            case "symmetric" -> new LabelNoise.Symmetric(noise.real("rate"), splits);
            case "pair" -> new LabelNoise.Pair(noise.real("rate"), map(noise), splits);
            case "matrix" -> new LabelNoise.Matrix(rows(noise), splits);
            case "instance" -> new LabelNoise.NearBoundary(noise.real("rate"), splits);
            default -> throw unknown(noise);
        };
    }

    private static ImmutableMap<String, String> map(Settings noise) {
        var map = ImmutableMap.<String, String>builder();
        if (noise.has("map")) {
            var given = noise.section("map");
            given.entries().entries().keySet().forEach(label -> map.put(label, given.text(label)));
        }
        return map.buildOrThrow();
    }

    private static ImmutableList<ImmutableDoubleArray> rows(Settings noise) {
        return items(noise, "matrix").stream().map(ConditionsReader::reals).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableSet<Split> splits(Settings mechanism) {
        return items(mechanism, "splits").stream()
                .map(item -> Split.valueOf(((Node.Scalar) item).text().toUpperCase(Locale.ROOT)))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableList<Node> items(Settings section, String key) {
        return section.find(key) instanceof Node.Items items ? items.items() : ImmutableList.of();
    }

    private static IllegalArgumentException unknown(Settings section) {
        return new IllegalArgumentException("the schema knows a kind that has no type: " + section);
    }
}
