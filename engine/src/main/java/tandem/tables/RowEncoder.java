package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tandem.tables.EncodedRows.UndefinedField;

/**
 * Turns rows into bytes away from their file, so that several threads, each with an encoder of its own, can make rows that one thread writes in
 * order. One set of rows; not safe for use by several threads.
 */
public final class RowEncoder {
    /** An array can be little larger, and the rows are copied on their way to the disk. */
    private static final int LARGEST = 1 << 30;

    private final TableSchema schema;
    private final int largest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<UndefinedField> undefined = new ArrayList<>();
    private final RowPrinter printer;

    private RowEncoder(TableSchema schema, int largest) throws IOException {
        this.schema = schema;
        this.largest = largest;
        // The encoder, unlike the charset, refuses text that UTF-8 cannot hold instead of writing question marks.
        this.printer = new RowPrinter(
                schema,
                new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder()),
                (_, row, column, reason) -> undefined.add(new UndefinedField(row, column, reason)));
    }

    public static RowEncoder of(TableSchema schema) throws IOException {
        return new RowEncoder(schema, LARGEST);
    }

    /** @param largest the most bytes that the rows may have, but for those of a buffer */
    static RowEncoder of(TableSchema schema, int largest) throws IOException {
        return new RowEncoder(schema, largest);
    }

    /** An empty row to be filled by column name. */
    public Row row() {
        return schema.row();
    }

    /**
     * Adds a row, all of its columns set.
     *
     * @throws IllegalArgumentException if the rows become larger than 1 GiB
     */
    public void add(Row row) throws IOException {
        printer.print(row);
        checkArgument(
                bytes.size() <= largest,
                "the rows of one run in %s have more than %s bytes; record fewer examples or epochs",
                schema.file().fileName(),
                largest);
    }

    /** All rows added. */
    public EncodedRows encoded() throws IOException {
        printer.flush();
        return new EncodedRows(bytes.toByteArray(), printer.rows(), ImmutableList.copyOf(undefined));
    }
}
