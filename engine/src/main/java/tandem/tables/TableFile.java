package tandem.tables;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

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
            return new Unpacked(file, new GZIPInputStream(stream, BUFFER));
        } catch (EOFException | ZipException e) {
            stream.close();
            throw damaged(file, e);
        }
    }

    private static IOException damaged(Path file, IOException e) {
        return new IOException(
                file + " is damaged, or not whole (" + e.getMessage() + "); run the scenario anew to write it again.",
                e);
    }

    /** Says which file it is when its bytes are wrong. */
    private static final class Unpacked extends FilterInputStream {
        private final Path file;

        Unpacked(Path file, InputStream bytes) {
            super(bytes);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (EOFException | ZipException e) {
                throw damaged(file, e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (EOFException | ZipException e) {
                throw damaged(file, e);
            }
        }
    }

    /** Whether two tables have the same bytes, be they compressed or not. */
    public static boolean areEqual(Path first, Path second) throws IOException {
        Path a = actual(first);
        Path b = actual(second);
        if (isCompressed(a) || isCompressed(b)) {
            return digest(first).equals(digest(second));
        }
        return Files.mismatch(a, b) < 0;
    }

    /** SHA-256 of the uncompressed bytes, in lower-case hexadecimal digits. */
    static String digest(Path table) throws IOException {
        try (var stream = new HashingInputStream(Hashing.sha256(), stream(table))) {
            ByteStreams.exhaust(stream);
            return stream.hash().toString();
        }
    }

    /** The lines of a table. */
    public static BufferedReader reader(Path table) throws IOException {
        return new BufferedReader(new InputStreamReader(stream(table), StandardCharsets.UTF_8), BUFFER);
    }
}
