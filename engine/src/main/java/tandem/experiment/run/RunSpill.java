package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tandem.tables.EncodedRows;
import tandem.tables.RunColumns.Status;
import tandem.tables.Value;

/**
 * Records of finished runs on disk, written in any order by any thread and read back by number, so that memory does not grow with the runs. The
 * files vanish with the process.
 */
final class RunSpill implements Closeable {
    /** In chars: at most three bytes each, and 65,535 can be written. */
    private static final int LONGEST_MESSAGE = 10_000;

    /** A record is an array in memory, and an array grows by doubling. */
    private static final long LARGEST = 1L << 30;

    private static final int INDEX_ENTRY = Long.BYTES + Integer.BYTES;

    private final FileChannel data;
    private final FileChannel index;
    private final ImmutableList<String> columns;
    private long end;

    /** @param columns the keys of {@link RunRecord#results}, in order */
    RunSpill(Path folder, ImmutableList<String> columns) throws IOException {
        this.columns = columns;
        this.data = open(folder);
        this.index = open(folder);
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(
                Files.createTempFile(folder, ".tandem-", ".spill"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    void put(long run, RunRecord record) throws IOException {
        byte[] bytes = toBytes(record);
        long at = reserve(bytes.length);
        write(data, ByteBuffer.wrap(bytes), at);
        var entry = ByteBuffer.allocate(INDEX_ENTRY)
                .putLong(at)
                .putInt(bytes.length)
                .flip();
        write(index, entry, run * INDEX_ENTRY);
    }

    private synchronized long reserve(int length) {
        long at = end;
        end += length;
        return at;
    }

    /** The record of a run that was put. */
    RunRecord get(long run) throws IOException {
        var entry = ByteBuffer.allocate(INDEX_ENTRY);
        read(index, entry, run * INDEX_ENTRY);
        long at = entry.getLong();
        var bytes = ByteBuffer.allocate(entry.getInt());
        read(data, bytes, at);
        return fromBytes(bytes.array());
    }

    private static void write(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        for (long to = at; buffer.hasRemaining(); ) {
            to += channel.write(buffer, to);
        }
    }

    private static void read(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        for (long from = at; buffer.hasRemaining(); ) {
            int count = channel.read(buffer, from);
            if (count < 0) {
                throw new IOException("a spilled run ends early");
            }
            from += count;
        }
        buffer.flip();
    }

    private byte[] toBytes(RunRecord record) throws IOException {
        long rowBytes =
                record.rows().stream().mapToLong(rows -> rows.bytes().length).sum();
        checkArgument(
                rowBytes <= LARGEST,
                "the rows of one run in all tables have more than %s bytes; record fewer examples or epochs",
                LARGEST);
        var bytes = new ByteArrayOutputStream((int) rowBytes + 512);
        var out = new DataOutputStream(bytes);
        out.writeUTF(record.status().name());
        out.writeUTF(shortened(record.message()));
        for (Value value : record.results().values()) {
            write(out, value);
        }
        out.writeInt(record.rows().size());
        for (EncodedRows rows : record.rows()) {
            write(out, rows);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, EncodedRows rows) throws IOException {
        out.writeLong(rows.count());
        out.writeInt(rows.bytes().length);
        out.write(rows.bytes());
        out.writeInt(rows.undefined().size());
        for (var field : rows.undefined()) {
            out.writeLong(field.row());
            out.writeUTF(field.column());
            out.writeUTF(field.reason());
        }
    }

    private static EncodedRows readRows(DataInputStream in) throws IOException {
        long count = in.readLong();
        byte[] bytes = in.readNBytes(in.readInt());
        var undefined = ImmutableList.<EncodedRows.UndefinedField>builder();
        for (int left = in.readInt(); left > 0; left--) {
            undefined.add(new EncodedRows.UndefinedField(in.readLong(), in.readUTF(), in.readUTF()));
        }
        return new EncodedRows(bytes, count, undefined.build());
    }

    /** The message, cut between two characters where it is long. */
    private static String shortened(String message) {
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        boolean cutsPair = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1));
        return message.substring(0, cutsPair ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE);
    }

    private RunRecord fromBytes(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var status = Status.valueOf(in.readUTF());
        String message = in.readUTF();
        var results = ImmutableMap.<String, Value>builder();
        for (String column : columns) {
            results.put(column, read(in));
        }
        var rows = ImmutableList.<EncodedRows>builder();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(readRows(in));
        }
        return new RunRecord(status, results.buildOrThrow(), message, rows.build());
    }

    private static void write(DataOutputStream out, Value value) throws IOException {
        switch (value) {
            case Value.Real(double number) -> {
                out.writeByte('d');
                out.writeDouble(number);
            }
            case Value.Count(long count) -> {
                out.writeByte('n');
                out.writeLong(count);
            }
            case Value.Text(String text) -> {
                out.writeByte('t');
                out.writeUTF(text);
            }
            case Value.Undefined(String reason) -> {
                out.writeByte('u');
                out.writeUTF(reason);
            }
            case Value.Blank _ -> out.writeByte('b');
        }
    }

    private static Value read(DataInputStream in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case 'd' -> Value.of(in.readDouble());
            case 'n' -> Value.of(in.readLong());
            case 't' -> Value.of(in.readUTF());
            case 'u' -> new Value.Undefined(in.readUTF());
            case 'b' -> Value.BLANK;
            default -> throw new IOException("a spilled value has the unknown tag " + tag);
        };
    }

    @Override
    public void close() throws IOException {
        try (data) {
            index.close();
        }
    }
}
