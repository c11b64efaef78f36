package tandem.experiment.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads at places of a file. */
final class FileBytes {
    /** A read of more would keep a buffer of its size outside the heap. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private FileBytes() {}

    /** Fills {@code bytes} with what stands at a place. */
    static void read(FileChannel channel, byte[] bytes, long at) throws IOException {
        read(channel, bytes, bytes.length, at);
    }

    /** Fills the first {@code length} of {@code bytes} with what stands at a place. */
    static void read(FileChannel channel, byte[] bytes, int length, long at) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.position() < length) {
            buffer.limit(Math.min(length, buffer.position() + MOST_AT_ONCE));
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("a file of the journal has become shorter while it was read");
            }
        }
    }
}
