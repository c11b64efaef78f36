package tandem.experiment.journal;

import com.google.common.base.Strings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.experiment.journal.JournalFormat.Head;
import tandem.tables.RefusedFolderException;

/** Goes through one journal file from its beginning to its end, or to where it cannot be read any further. */
final class JournalScan {
    private final Path path;
    private final boolean verifies;
    private final byte[] headBytes = new byte[JournalFormat.HEAD_BYTES];
    private byte[] payload = new byte[1 << 14];

    /** @param verifies whether payloads are read and their checksums taken; heads always are */
    JournalScan(Path path, boolean verifies) {
        this.path = path;
        this.verifies = verifies;
    }

    /** How a file ends. */
    enum End {
        /** With its last record. */
        WHOLE,
        /** Within a record, as a process leaves it that is killed, or a full disk. */
        TORN,
        /** With something that is no record. */
        DAMAGED
    }

    /**
     * What was found in a file.
     *
     * @param header empty where the file ends before its first record, or its beginning is damaged
     * @param readable bytes up to the end of the last record that can be reached
     * @param length all bytes
     * @param skipped records whose payload is damaged
     */
    record Found(Optional<JournalHeader> header, End end, long readable, long length, long skipped) {}

    /** Told of every record that is whole, in order. */
    interface Visitor {
        void record(Head head, long at) throws IOException;
    }

    /** Told of the header, when it has been read. */
    interface Opening {
        Visitor visitor(JournalHeader header) throws IOException, RefusedFolderException;
    }

    /** @throws RefusedFolderException if a later version of Tandem wrote the file */
    Found scan(Opening opening) throws IOException, RefusedFolderException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = channel.size();
            byte[] beginning = beginning(channel, length);
            if (beginning == null) {
                boolean torn = length < JournalFormat.PREAMBLE_BYTES;
                return new Found(Optional.empty(), torn ? End.TORN : End.DAMAGED, 0, length, 0);
            }
            if (beginning.length > length) {
                return new Found(Optional.empty(), End.TORN, 0, length, 0);
            }
            var header = header(channel, beginning);
            if (header == null) {
                return new Found(Optional.empty(), End.DAMAGED, 0, length, 0);
            }
            return records(channel, header, beginning.length, opening.visitor(header));
        }
    }

    /**
     * The header alone; empty where it cannot be read.
     *
     * @throws RefusedFolderException if a later version of Tandem wrote the file
     */
    Optional<JournalHeader> header() throws IOException, RefusedFolderException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            byte[] beginning = beginning(channel, channel.size());
            return beginning == null || beginning.length > channel.size()
                    ? Optional.empty()
                    : Optional.ofNullable(header(channel, beginning));
        }
    }

    /** Room for the whole beginning, its first bytes filled in; null where those are not ours. */
    private static byte @Nullable [] beginning(FileChannel channel, long length) throws IOException {
        if (length < JournalFormat.PREAMBLE_BYTES) {
            return null;
        }
        byte[] preamble = new byte[JournalFormat.PREAMBLE_BYTES];
        FileBytes.read(channel, preamble, 0);
        var buffer = ByteBuffer.wrap(preamble);
        int headerLength = buffer.getInt(Long.BYTES + Integer.BYTES);
        boolean ours = buffer.getLong(0) == JournalFormat.MAGIC
                && headerLength >= 0
                && headerLength <= JournalFormat.LONGEST_HEADER;
        return ours ? new byte[preamble.length + headerLength + JournalFormat.CHECKSUM_BYTES] : null;
    }

    private @Nullable JournalHeader header(FileChannel channel, byte[] beginning)
            throws IOException, RefusedFolderException {
        FileBytes.read(channel, beginning, 0);
        int checked = beginning.length - JournalFormat.CHECKSUM_BYTES;
        var buffer = ByteBuffer.wrap(beginning);
        if (buffer.getInt(checked) != JournalFormat.checksum(beginning, 0, checked)) {
            return null;
        }
        int version = buffer.getInt(Long.BYTES);
        if (version != JournalFormat.VERSION) {
            throw new RefusedFolderException(Strings.lenientFormat(
                    "%s is of format version %s and this Tandem reads version %s; choose another folder with --out, or"
                            + " start over with --force.",
                    path, version, JournalFormat.VERSION));
        }
        byte[] content = new byte[checked - JournalFormat.PREAMBLE_BYTES];
        System.arraycopy(beginning, JournalFormat.PREAMBLE_BYTES, content, 0, content.length);
        return JournalHeader.of(content);
    }

    private Found records(FileChannel channel, JournalHeader header, long from, Visitor visitor) throws IOException {
        long length = channel.size();
        long at = from;
        long skipped = 0;
        End end = End.WHOLE;
        while (at < length) {
            if (length - at < JournalFormat.HEAD_BYTES) {
                end = End.TORN;
                break;
            }
            FileBytes.read(channel, headBytes, at);
            if (!JournalFormat.isHead(headBytes)) {
                end = End.DAMAGED;
                break;
            }
            var head = JournalFormat.head(headBytes);
            if (length - at - JournalFormat.HEAD_BYTES < head.length()) {
                end = End.TORN;
                break;
            }
            if (!verifies || isRight(channel, head, at)) {
                visitor.record(head, at);
            } else {
                skipped++;
            }
            at += JournalFormat.HEAD_BYTES + head.length();
        }
        return new Found(Optional.of(header), end, at, length, skipped);
    }

    private boolean isRight(FileChannel channel, Head head, long at) throws IOException {
        if (payload.length < head.length()) {
            payload = new byte[Math.max(head.length(), (int) Math.min(2L * payload.length, 1 << 30))];
        }
        FileBytes.read(channel, payload, head.length(), at + JournalFormat.HEAD_BYTES);
        return JournalFormat.checksum(payload, 0, head.length()) == head.checksum();
    }
}
