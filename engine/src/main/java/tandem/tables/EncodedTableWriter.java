package tandem.tables;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes a table from rows that were encoded before, by any thread; run after run, in the order of their numbers. */
public final class EncodedTableWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final TableSchema schema;
    private final UndefinedLog undefined;
    private final StagedFile file;
    private final OutputStream stream;
    private final Consumer<WrittenTable> onFinish;
    private long rows;

    EncodedTableWriter(Path folder, TableSchema schema, UndefinedLog undefined, Consumer<WrittenTable> onFinish)
            throws IOException {
        this(folder, schema, undefined, onFinish, false);
    }

    /** @param compressed whether the file is {@link TableFile#compressed} */
    EncodedTableWriter(
            Path folder,
            TableSchema schema,
            UndefinedLog undefined,
            Consumer<WrittenTable> onFinish,
            boolean compressed)
            throws IOException {
        this.schema = schema;
        this.undefined = undefined;
        Path table = folder.resolve(schema.file().fileName());
        this.file = new StagedFile(compressed ? TableFile.compressed(table) : table, compressed);
        this.stream = new BufferedOutputStream(file.stream(), BUFFER);
        this.onFinish = onFinish;
        stream.write((String.join(",", schema.header()) + "\n").getBytes(UTF_8));
    }

    /** A table on its own, outside a result folder. */
    public static EncodedTableWriter create(Path folder, TableSchema schema) throws IOException {
        return new EncodedTableWriter(folder, schema, UndefinedLog.NONE_EXPECTED, _ -> {});
    }

    /** Appends rows that were encoded for this table. */
    public void append(EncodedRows encoded) throws IOException {
        for (var field : encoded.undefined()) {
            undefined.undefined(schema.file().tableName(), rows + field.row(), field.column(), field.reason());
        }
        stream.write(encoded.bytes());
        rows += encoded.count();
    }

    /** Appends rows that were encoded for this table with run 0, and gives them another run; {@code run} is the first column. */
    public void append(long run, EncodedRows encoded) throws IOException {
        append(new EncodedRows(numbered(run, encoded), encoded.count(), encoded.undefined()));
    }

    /** The bytes of rows that were encoded with run 0, with another run. A line feed between quotes ends no row. */
    public static byte[] numbered(long run, EncodedRows encoded) {
        byte[] number = Long.toString(run).getBytes(US_ASCII);
        byte[] rows = encoded.bytes();
        if (run == 0) {
            return rows;
        }
        byte[] out = new byte[Math.toIntExact(rows.length + encoded.count() * (number.length - 1))];
        int length = 0;
        boolean quoted = false;
        boolean begins = true;
        for (byte one : rows) {
            if (begins) {
                System.arraycopy(number, 0, out, length, number.length);
                length += number.length;
                begins = false;
                continue;
            }
            quoted ^= one == '"';
            begins = one == '\n' && !quoted;
            out[length++] = one;
        }
        return out;
    }

    /** Completes the file and puts it in its place. */
    public WrittenTable finish() throws IOException {
        stream.flush();
        var written = new WrittenTable(schema.file().fileName(), rows, file.finish());
        onFinish.accept(written);
        return written;
    }

    /** Leaves no file unless {@link #finish} was called. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
