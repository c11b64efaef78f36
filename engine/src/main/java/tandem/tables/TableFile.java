package tandem.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A table on disk: {@code name.csv}, or compressed {@code name.csv.gz}. Whoever asks for the one by its plain name gets what is there; rows and digests are
 * of the uncompressed bytes.
 */
public final class TableFile {
    /** Behind the name of a table that is compressed. */
    public static final String COMPRESSED = ".gz";

    private static final int BUFFER = 1 << 16;

    private TableFile() {}

    /** Whether there is such a table, compressed or not. */
    public static boolean exists(Path table) {
        return Files.exists(actual(table));
    }

    /** The file that holds a table: {@code table} itself unless there is only a compressed one. */
    public static Path actual(Path table) {
        Path compressed = compressed(table);
        return !Files.exists(table) && Files.exists(compressed) ? compressed : table;
    }

    static Path compressed(Path table) {
        return table.resolveSibling(table.getFileName() + COMPRESSED);
    }

    static boolean isCompressed(Path file) {
        return file.toString().endsWith(COMPRESSED);
    }

    /** The uncompressed bytes of a table. */
    public static InputStream stream(Path table) throws IOException {
        Path file = actual(table);
        InputStream stream = Files.newInputStream(file);
        if (!isCompressed(file)) {
            return stream;
        }
        try {
            return new GZIPInputStream(stream, BUFFER);
        } catch (IOException e) {
            stream.close();
            throw new UnusableTableException(file, 1, "this is not a compressed table: " + e.getMessage());
        }
    }

    /** The lines of a table. */
    public static BufferedReader reader(Path table) throws IOException {
        return new BufferedReader(new InputStreamReader(stream(table), StandardCharsets.UTF_8), BUFFER);
    }
}
