package tandem.analysis.comparison.diff;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in a temporary file, which has gone when they are closed. */
final class SpilledRows implements RowSource {
    private static final int BUFFER = 1 << 16;
    /** What a text costs beside its letters, and a row beside its texts. */
    private static final long OVERHEAD = 56;

    private final DataInputStream in;
    private final int columns;
    private long left;

    private SpilledRows(DataInputStream in, int columns, long left) {
        this.in = in;
        this.columns = columns;
        this.left = left;
    }

    /** About what a row takes in memory. */
    static long bytes(KeyedRow row, int columns) {
        long bytes = 3 * OVERHEAD + row.key().length();
        for (int c = 0; c < columns; c++) {
            bytes += OVERHEAD + row.fields().apply(c).length();
        }
        return bytes;
    }

    /** The file has no name from the moment it is opened, so that a killed process leaves none. */
    static SpilledRows write(List<KeyedRow> rows, int columns) throws IOException {
        Path file = Files.createTempFile("tandem-compare-", ".rows");
        var channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
            for (KeyedRow row : rows) {
                out.writeLong(row.order());
                out.writeLong(row.line());
                write(out, row.key());
                for (int c = 0; c < columns; c++) {
                    write(out, row.fields().apply(c));
                }
            }
            out.flush();
            channel.position(0);
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
            return new SpilledRows(in, columns, rows.size());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public @Nullable KeyedRow next() throws IOException {
        if (left == 0) {
            return null;
        }
        left--;
        long order = in.readLong();
        long line = in.readLong();
        String key = read();
        String[] fields = new String[columns];
        for (int c = 0; c < columns; c++) {
            fields[c] = read();
        }
        return new KeyedRow(order, key, line, c -> fields[c]);
    }

    private String read() throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
