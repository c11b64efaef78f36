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
        FolderCheck.checkFinished(folder, folder);
        return new FinishedFolder(folder, ManifestReader.read(folder.resolve(ResultFile.MANIFEST.fileName())));
    }

    /** Where a file lies, which may be compressed there; empty where the folder does not have it. */
    public Optional<Path> path(ResultFile file) {
        Path path = shown.resolve(file.fileName());
        return Files.isRegularFile(TableFile.actual(path)) ? Optional.of(path) : Optional.empty();
    }

    /** Whether a file has the bytes that the manifest lists, or is not there or not listed, so that nobody can say. */
    public boolean isAsWritten(ResultFile file) throws IOException {
        var path = path(file);
        var listed = manifest.listed(file);
        return path.isEmpty()
                || listed.isEmpty()
                || TableFile.digest(path.get()).equals(listed.get().sha256());
    }
}
