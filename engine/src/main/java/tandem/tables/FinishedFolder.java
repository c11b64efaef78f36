package tandem.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A result folder to be read, and left as it is.
 *
 * @param shown as the user wrote it
 */
public record FinishedFolder(Path shown, Manifest manifest) {

    /** @throws RefusedFolderException if it holds no results of Tandem, or those of another schema version */
    public static FinishedFolder open(Path folder) throws IOException, RefusedFolderException {
        return new FinishedFolder(folder, Manifest.read(folder));
    }

    /** Where a file lies; empty where the folder does not have it. */
    public Optional<Path> path(ResultFile file) {
        Path path = shown.resolve(file.fileName());
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }
}
