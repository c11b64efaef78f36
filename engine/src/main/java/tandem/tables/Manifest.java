package tandem.tables;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a result folder holds. It follows from the scenario and the data alone, so it is the same on every machine and
 * holds no version of Tandem itself: a release that moves no bytes must not change it.
 *
 * @param numericsVersion raised whenever the bytes of a table may move
 * @param data every file the examples came from, in the order of their names
 * @param tables every file whose bytes follow from the scenario, in the order of {@link ResultFile}
 */
public record Manifest(
        int schemaVersion,
        int numericsVersion,
        ScenarioIdentity scenario,
        ImmutableList<DataFile> data,
        long seed,
        Counts counts,
        ImmutableList<WrittenTable> tables) {

    /** Version of the files' layout: raised when a column or a file changes its meaning. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Which experiment it is.
     *
     * @param digest of the resolved scenario: two folders with the same digest hold the same experiment
     */
    public record ScenarioIdentity(String name, String digest) {}

    /**
     * A file the examples came from.
     *
     * @param sha256 in lower-case hexadecimal digits
     */
    public record DataFile(String name, String sha256) {}

    /** How much there is; {@code runs} includes the failed and the diverged ones. */
    public record Counts(long cells, long replicates, long runs, long failed, long diverged) {}

    /**
     * The manifest of a finished result folder, for those who only read it.
     *
     * @throws RefusedFolderException if the folder is none of Tandem's, or was written by another schema version
     */
    public static Manifest read(Path folder) throws IOException, RefusedFolderException {
        FolderCheck.checkFinished(folder, folder);
        return ManifestReader.read(folder.resolve(ResultFile.MANIFEST.fileName()));
    }

    /**
     * The manifest of a folder that need not be finished; empty where there is none.
     *
     * @throws RefusedFolderException if it was written by another schema version, or is damaged
     */
    public static Optional<Manifest> in(Path folder) throws IOException, RefusedFolderException {
        Path file = folder.resolve(ResultFile.MANIFEST.fileName());
        return Files.exists(file) ? Optional.of(ManifestReader.read(file)) : Optional.empty();
    }

    /** A manifest whose tables the result folder adds. */
    public static Manifest of(
            int numericsVersion, ScenarioIdentity scenario, ImmutableList<DataFile> data, long seed, Counts counts) {
        return new Manifest(SCHEMA_VERSION, numericsVersion, scenario, data, seed, counts, ImmutableList.of());
    }

    /** What it says of a file; empty where it does not list it. */
    public Optional<WrittenTable> listed(ResultFile file) {
        return tables.stream()
                .filter(table -> table.file().equals(file.fileName()))
                .findFirst();
    }

    Manifest withTables(ImmutableList<WrittenTable> tables) {
        return new Manifest(schemaVersion, numericsVersion, scenario, data, seed, counts, tables);
    }
}
