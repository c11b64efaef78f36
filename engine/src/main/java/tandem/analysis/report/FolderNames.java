package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What folders are called on a page. */
final class FolderNames {
    private FolderNames() {}

    /** The name of a folder, however it was given; empty of a root. */
    static String of(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    /** The folders' names, with as many of the names above them as tell them apart; numbered where nothing does. */
    static ImmutableList<String> distinct(ImmutableList<Path> folders) {
        int longest = folders.stream()
                .mapToInt(folder -> folder.toAbsolutePath().normalize().getNameCount())
                .max()
                .orElse(0);
        for (int parts = 1; parts <= longest; parts++) {
            var names = lastParts(folders, parts);
            if (ImmutableSet.copyOf(names).size() == names.size()) {
                return names;
            }
        }
        return IntStream.range(0, folders.size())
                .mapToObj(i -> (i + 1) + ": " + of(folders.get(i)))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> lastParts(ImmutableList<Path> folders, int parts) {
        return folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .map(folder -> folder.getNameCount() == 0
                        ? folder.toString()
                        : folder.subpath(Math.max(0, folder.getNameCount() - parts), folder.getNameCount())
                                .toString())
                .collect(ImmutableList.toImmutableList());
    }
}
