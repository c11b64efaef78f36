package tandem.tables;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts a finished folder in the place of an old one. Two renames, and what somebody else put into the old folder moves
 * along. Whenever it is interrupted, the next {@link #recover} finds a whole folder, the old or the new.
 */
final class FolderSwap {
    private final Path target;
    private final Path staging;
    private final Path previous;

    FolderSwap(Path target) {
        this.target = target;
        this.staging = target.resolveSibling("." + target.getFileName() + ".staging");
        this.previous = target.resolveSibling("." + target.getFileName() + ".previous");
    }

    Path staging() {
        return staging;
    }

    /** Completes or takes back a swap that was interrupted, and drops the staging folder of a run that was. */
    void recover() throws IOException {
        if (Files.isDirectory(previous)) {
            if (Files.exists(target)) {
                dropPrevious();
            } else {
                Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        dropStaging();
    }

    void swap() throws IOException {
        if (Files.exists(target)) {
            Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(previous)) {
            dropPrevious();
        }
    }

    /** Deletes the staging folder; it holds nothing but our files, finished or not. */
    void dropStaging() throws IOException {
        for (Path entry : entries(staging)) {
            Files.delete(entry);
        }
        Files.deleteIfExists(staging);
    }

    private void dropPrevious() throws IOException {
        for (Path entry : entries(previous)) {
            if (ResultFile.isOurs(entry.getFileName().toString())) {
                Files.delete(entry);
            } else {
                moveToFreeName(entry);
            }
        }
        Files.delete(previous);
    }

    /**
     * Moves what is not ours to the target: under its name, or where somebody has put another there since, as {@code
     * name.previous}, {@code name.previous2}, ...
     */
    private void moveToFreeName(Path entry) throws IOException {
        String name = entry.getFileName().toString();
        Path to = target.resolve(name);
        for (int attempt = 1; Files.exists(to, LinkOption.NOFOLLOW_LINKS); attempt++) {
            to = target.resolve(name + ".previous" + (attempt == 1 ? "" : attempt));
        }
        Files.move(entry, to);
    }

    /** Everything in a folder, by name; nothing where there is no folder. */
    static ImmutableList<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().collect(ImmutableList.toImmutableList());
        } catch (NoSuchFileException e) {
            return ImmutableList.of();
        }
    }
}
