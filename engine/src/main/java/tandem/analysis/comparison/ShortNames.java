package tandem.analysis.comparison;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import tandem.tables.Schemas;

/** Paths of keys by their last parts, as many as tell them apart: {@code learning_rate}. */
final class ShortNames {
    private ShortNames() {}

    /** In the order of the paths. */
    static ImmutableList<String> of(ImmutableList<String> paths) {
        var split = paths.stream().map(Splitter.on('.')::splitToList).toList();
        int longest = split.stream().mapToInt(List::size).max().orElse(1);
        for (int parts = 1; parts < longest; parts++) {
            int last = parts;
            ImmutableList<String> names = split.stream()
                    .map(path -> String.join(".", path.subList(Math.max(0, path.size() - last), path.size())))
                    .collect(ImmutableList.toImmutableList());
            if (ImmutableSet.copyOf(names).size() == names.size()) {
                return names;
            }
        }
        return paths;
    }

    /** The split that all measures are of, {@code validation_}; empty where they are of several. */
    static String split(List<String> measures) {
        return Schemas.SPLITS.stream()
                .map(split -> split + "_")
                .filter(split -> measures.stream().allMatch(measure -> measure.startsWith(split)))
                .findFirst()
                .orElse("");
    }

    /** A level with the last part of its factor: {@code split=last} of {@code data.split=last}. */
    static String level(String label) {
        int equals = label.indexOf('=');
        return equals < 0 ? label : label.substring(label.lastIndexOf('.', equals) + 1);
    }
}
