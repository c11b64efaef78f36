package tandem.tables;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that goes from an old result folder to the one that takes its place. */
final class KeptFile {
    private static final String TABLE = ".csv";

    private KeptFile() {}

    /**
     * Gives a file a second name, so that a large one is not copied; copies it where the file system has no such names.
     * Files of result folders are replaced and never written into, so the two cannot come to differ.
     *
     * @param name of the table, also where {@code from} is compressed
     * @param listed what the folder's manifest says of the file
     */
    static WrittenTable link(Path from, Path to, String name, Optional<WrittenTable> listed) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to);
        }
        String digest = TableFile.digest(to);
        if (listed.isPresent() && listed.get().sha256().equals(digest)) {
            return listed.get();
        }
        return new WrittenTable(name, name.endsWith(TABLE) ? rows(to) : 0, digest);
    }

    private static long rows(Path table) throws IOException {
        long rows = 0;
        try (var reader = TableReader.open(table)) {
            for (; reader.hasNext(); rows++) {
                reader.next();
            }
        }
        return rows;
    }
}
