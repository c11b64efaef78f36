package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether results may go to a folder. */
final class FolderCheck {
    private FolderCheck() {}

    /** Refuses what is no folder of a finished run. */
    static void checkFinished(Path shown, Path target) throws IOException, RefusedFolderException {
        if (!Files.isDirectory(target)) {
            throw new RefusedFolderException(
                    Files.exists(target)
                            ? shown + " is a file; name the folder it lies in."
                            : shown + ": there is no such folder; name one that tandem run has written.");
        }
        if (JsonFile.scenario(target.resolve(ResultFile.MANIFEST.fileName())).isEmpty()) {
            throw new RefusedFolderException(
                    hasJournal(target)
                            ? shown + " holds runs and no tables yet; 'tandem status " + shown
                                    + "' says what is missing."
                            : shown + " holds no results of Tandem; name a folder that tandem run has written.");
        }
    }

    /** @param shown the folder as the user wrote it */
    static void check(Path shown, Path target, String digest, boolean force)
            throws IOException, RefusedFolderException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new RefusedFolderException(shown + " is a file; choose another folder with --out.");
        }
        if (FolderSwap.entries(target).isEmpty()) {
            return;
        }
        if (hasJournal(target)) {
            return;
        }
        var scenario = JsonFile.scenario(target.resolve(ResultFile.MANIFEST.fileName()));
        if (scenario.isEmpty()) {
            throw new RefusedFolderException(
                    shown + " holds files that are not results of Tandem; choose another folder with --out.");
        }
        if (!force && !scenario.get().digest().equals(digest)) {
            throw new RefusedFolderException(lenientFormat(
                    "%s holds the results of another scenario, or of '%s' with other settings;"
                            + " choose another folder with --out, or replace them with --force.",
                    shown, scenario.get().name()));
        }
    }

    /** Whether there is a folder of that name with nothing in it but what a journal has. */
    private static boolean hasJournal(Path target) throws IOException {
        Path journal = target.resolve(ResultFolder.JOURNAL);
        return Files.isDirectory(journal)
                && FolderSwap.entries(journal).stream()
                        .map(entry -> entry.getFileName().toString())
                        .allMatch(name -> ResultFolder.JOURNAL_ENDINGS.stream().anyMatch(name::endsWith));
    }
}
