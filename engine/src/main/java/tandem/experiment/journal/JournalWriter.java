package tandem.experiment.journal;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends records to a file of its own, which begins with the first of them. One thread's own.
 *
 * <p>Not a channel: those are closed when their thread is interrupted, in the middle of a record.
 */
public final class JournalWriter implements Closeable {
    private static final long FORCED_EVERY_NANOS = 5_000_000_000L;

    /** Records that are longer together are written one by one, without a copy. */
    private static final int MOST_TOGETHER = 1 << 22;

    private final Journal journal;
    private final JournalHeader header;
    private @Nullable Open open;
    private long length;
    private long forcedAt = System.nanoTime();

    private record Open(Path path, FileOutputStream stream) {}

    JournalWriter(Journal journal, JournalHeader header) {
        this.journal = journal;
        this.header = header;
    }

    /**
     * Appends records together; they are the operating system's when this returns.
     *
     * @throws IOException if they could not be written whole; nothing may be appended afterwards
     */
    public void append(List<JournalRecord> records) throws IOException {
        var file = open();
        long bytes = 0;
        for (var record : records) {
            bytes += JournalFormat.HEAD_BYTES + record.payload().length;
        }
        if (bytes <= MOST_TOGETHER) {
            file.stream.write(together(records, (int) bytes));
        } else {
            for (var record : records) {
                file.stream.write(JournalFormat.head(record.key(), record.status(), record.payload()));
                file.stream.write(record.payload());
            }
        }
        length += bytes;
        long now = System.nanoTime();
        if (now - forcedAt > FORCED_EVERY_NANOS) {
            file.stream.getFD().sync();
            forcedAt = now;
        }
        checkItIsThere(file.path);
    }

    private static byte[] together(List<JournalRecord> records, int bytes) {
        var all = ByteBuffer.allocate(bytes);
        for (var record : records) {
            all.put(JournalFormat.head(record.key(), record.status(), record.payload()))
                    .put(record.payload());
        }
        return all.array();
    }

    private Open open() throws IOException {
        if (open == null) {
            Path path = journal.newFile();
            byte[] beginning = JournalFormat.beginning(header);
            open = new Open(path, new FileOutputStream(path.toFile()));
            open.stream.write(beginning);
            length = beginning.length;
        }
        return open;
    }

    /** A file that was deleted takes what is written to it and keeps nothing. */
    private void checkItIsThere(Path path) throws IOException {
        File file = path.toFile();
        if (file.length() != length) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    Files.exists(path)
                            ? "somebody else has written to this file, which holds finished runs"
                            : "the file, which holds finished runs, was deleted while they were trained");
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            try (var stream = open.stream) {
                stream.getFD().sync();
            }
            open = null;
        }
    }
}
