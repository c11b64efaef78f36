package tandem.experiment.journal;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads payloads in any order, with a bounded number of open files. One thread's own. */
public final class JournalReader implements Closeable {
    private static final int MOST_OPEN = 64;

    private final ImmutableList<Path> files;
    private final Map<Integer, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true);
    private final byte[] headBytes = new byte[JournalFormat.HEAD_BYTES];

    /** @param files as {@link Journal#files} gave them when the places were found */
    public JournalReader(ImmutableList<Path> files) {
        this.files = files;
    }

    /**
     * The payload of the record at a place that a scan has found.
     *
     * @throws IOException if it is damaged
     */
    public byte[] payload(int file, long at) throws IOException {
        var channel = channel(file);
        FileBytes.read(channel, headBytes, at);
        if (JournalFormat.isHead(headBytes)) {
            var head = JournalFormat.head(headBytes);
            byte[] payload = new byte[head.length()];
            FileBytes.read(channel, payload, at + JournalFormat.HEAD_BYTES);
            if (JournalFormat.checksum(payload, 0, payload.length) == head.checksum()) {
                return payload;
            }
        }
        throw new IOException(files.get(file) + " is damaged at byte " + at
                + "; the same command trains the run that stood there again.");
    }

    private FileChannel channel(int file) throws IOException {
        var known = open.get(file);
        if (known != null) {
            return known;
        }
        if (open.size() == MOST_OPEN) {
            var eldest = open.entrySet().iterator().next();
            open.remove(eldest.getKey());
            eldest.getValue().close();
        }
        var opened = FileChannel.open(files.get(file), StandardOpenOption.READ);
        open.put(file, opened);
        return opened;
    }

    @Override
    public void close() throws IOException {
        for (var channel : open.values()) {
            channel.close();
        }
    }
}
