package tandem.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** The uncompressed bytes of a table, from any place on. Going back in a compressed one costs reading it again from the start. */
final class TableBytes implements Closeable {
    private final Path table;
    private ReadableByteChannel channel;

    TableBytes(Path table) throws IOException {
        this.table = table;
        this.channel = open();
    }

    private ReadableByteChannel open() throws IOException {
        Path file = TableFile.actual(table);
        return TableFile.isCompressed(file) ? Channels.newChannel(TableFile.stream(file)) : FileChannel.open(file);
    }

    /**
     * Reads on.
     *
     * @return how many bytes; not positive at the end
     */
    int read(byte[] bytes, int from, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(bytes, from, length));
    }

    /** Reads on from a place. */
    void goTo(long offset) throws IOException {
        if (channel instanceof SeekableByteChannel seekable) {
            seekable.position(offset);
            return;
        }
        channel.close();
        var stream = TableFile.stream(table);
        stream.skipNBytes(offset);
        channel = Channels.newChannel(stream);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
