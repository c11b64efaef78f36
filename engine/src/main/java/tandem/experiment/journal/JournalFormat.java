package tandem.experiment.journal;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import tandem.tables.RunColumns.Status;

/** The bytes of a journal file, as the package describes them. */
final class JournalFormat {
    static final int VERSION = 1;

    static final long MAGIC = 0x54414e44454d4a0aL;

    /** Of magic number, version and length. */
    static final int PREAMBLE_BYTES = Long.BYTES + 2 * Integer.BYTES;

    static final int CHECKSUM_BYTES = Integer.BYTES;

    static final int HEAD_BYTES = 8 * Integer.BYTES;

    /** A header is a scenario and the names of columns. */
    static final int LONGEST_HEADER = 1 << 28;

    /** A record is an array in memory. */
    static final int LONGEST_PAYLOAD = (1 << 30) + (1 << 26);

    private JournalFormat() {}

    /**
     * What stands before a payload.
     *
     * @param length of the payload in bytes
     * @param checksum of the payload
     */
    record Head(int length, RunKey key, Status status, int checksum) {}

    static int checksum(byte[] bytes, int from, int length) {
        return Hashing.crc32c().hashBytes(bytes, from, length).asInt();
    }

    /** Everything of a file before its records. */
    static byte[] beginning(JournalHeader header) throws IOException {
        byte[] content = header.toBytes();
        var bytes = ByteBuffer.allocate(PREAMBLE_BYTES + content.length + CHECKSUM_BYTES)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(content.length)
                .put(content);
        return bytes.putInt(checksum(bytes.array(), 0, bytes.position())).array();
    }

    static byte[] head(RunKey key, Status status, byte[] payload) {
        var bytes = ByteBuffer.allocate(HEAD_BYTES)
                .putInt(payload.length)
                .putLong(key.high())
                .putLong(key.low())
                .putInt(code(status))
                .putInt(checksum(payload, 0, payload.length));
        return bytes.putInt(checksum(bytes.array(), 0, bytes.position())).array();
    }

    /** Whether the bytes of a head are as they were written. */
    static boolean isHead(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        int length = buffer.getInt(0);
        return buffer.getInt(HEAD_BYTES - CHECKSUM_BYTES) == checksum(bytes, 0, HEAD_BYTES - CHECKSUM_BYTES)
                && length >= 0
                && length <= LONGEST_PAYLOAD;
    }

    /** The head of these bytes, which {@link #isHead} found right. */
    static Head head(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        return new Head(
                buffer.getInt(),
                new RunKey(buffer.getLong(), buffer.getLong()),
                status(buffer.getInt()),
                buffer.getInt());
    }

    private static int code(Status status) {
        return switch (status) {
            case OK -> 0;
            case DIVERGED -> 1;
            case FAILED -> 2;
        };
    }

    private static Status status(int code) throws IOException {
        return switch (code) {
            case 0 -> Status.OK;
            case 1 -> Status.DIVERGED;
            case 2 -> Status.FAILED;
            default -> throw new IOException("a journalled run ended in the unknown way " + code);
        };
    }
}
