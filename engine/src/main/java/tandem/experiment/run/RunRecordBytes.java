package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import tandem.tables.EncodedRows;
import tandem.tables.Value;

/**
 * The payload of a journalled run: why it failed, its values one after the other, and of each table its rows, of which the run's number is 0. Which columns
 * and tables these are stands in the header of the journal's file.
 */
final class RunRecordBytes {
    /** In chars: at most three bytes each, and 65,535 can be written. */
    private static final int LONGEST_MESSAGE = 10_000;

    /** A record is an array in memory, and an array grows by doubling. */
    private static final long LARGEST = 1L << 30;

    private RunRecordBytes() {}

    /** A payload as it was written. */
    record Content(String message, ImmutableList<Value> values, ImmutableList<EncodedRows> rows) {}

    /** @throws IllegalArgumentException if the record has more than 1 GiB */
    static byte[] of(RunRecord record) throws IOException {
        long rowBytes =
                record.rows().stream().mapToLong(rows -> rows.bytes().length).sum();
        checkArgument(
                rowBytes <= LARGEST,
                "the rows of one run in all tables have more than %s bytes; record fewer examples or epochs",
                LARGEST);
        var bytes = new ByteArrayOutputStream((int) rowBytes + 2048);
        var out = new DataOutputStream(bytes);
        out.writeUTF(shortened(record.message()));
        out.writeInt(record.results().size());
        for (Value value : record.results().values()) {
            write(out, value);
        }
        out.writeInt(record.rows().size());
        for (EncodedRows rows : record.rows()) {
            write(out, rows);
        }
        return bytes.toByteArray();
    }

    static Content content(byte[] payload) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        String message = in.readUTF();
        var values = ImmutableList.<Value>builder();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(readValue(in));
        }
        var rows = ImmutableList.<EncodedRows>builder();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(readRows(in));
        }
        return new Content(message, values.build(), rows.build());
    }

    /** The message, cut between two characters where it is long. */
    private static String shortened(String message) {
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        boolean cutsPair = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1));
        return message.substring(0, cutsPair ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE);
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

    private static Value readValue(DataInputStream in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case 'd' -> Value.of(in.readDouble());
            case 'n' -> Value.of(in.readLong());
            case 't' -> Value.of(in.readUTF());
            case 'u' -> new Value.Undefined(in.readUTF());
            case 'b' -> Value.BLANK;
            default -> throw new IOException("a journalled value has the unknown tag " + tag);
        };
    }
}
