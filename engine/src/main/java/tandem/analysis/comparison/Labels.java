package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;

/** Short names for results: the last parts of their paths, as many as tell them apart. */
final class Labels {
    private Labels() {}

    static ImmutableList<String> of(ImmutableList<Path> paths) {
        var whole =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        int longest = whole.stream().mapToInt(Path::getNameCount).max().orElse(1);
        for (int parts = 1; parts <= longest; parts++) {
            int last = parts;
            ImmutableList<String> labels =
                    whole.stream().map(path -> end(path, last)).collect(ImmutableList.toImmutableList());
            if (ImmutableSet.copyOf(labels).size() == labels.size()) {
                return labels;
            }
        }
        return paths.stream().map(Path::toString).collect(ImmutableList.toImmutableList());
    }

    private static String end(Path path, int parts) {
        int count = path.getNameCount();
        return count == 0
                ? path.toString()
                : path.subpath(Math.max(0, count - parts), count).toString();
    }
}
