package tandem.tables;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes one table as CSV: RFC 4180 quoting, line feeds, UTF-8 without byte order mark, numbers by {@link
 * Double#toString}. The file appears when {@link #finish} is called; without it, nothing is left. Text is kept as it
 * is, also where a spreadsheet would take it for a formula.
 */
public final class TableWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final TableSchema schema;
    private final Consumer<WrittenTable> onFinish;
    private final StagedFile file;
    private final RowPrinter printer;

    TableWriter(Path folder, TableSchema schema, UndefinedLog undefined, Consumer<WrittenTable> onFinish)
            throws IOException {
        this.schema = schema;
        this.onFinish = onFinish;
        this.file = new StagedFile(folder.resolve(schema.file().fileName()));
        // The encoder, unlike the charset, refuses text that UTF-8 cannot hold instead of writing question marks.
        this.printer = new RowPrinter(
                schema,
                new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8.newEncoder()), BUFFER),
                undefined);
        printer.printHeader();
    }

    /** A table on its own, outside a result folder. */
    public static TableWriter create(Path folder, TableSchema schema, UndefinedLog undefined) throws IOException {
        return new TableWriter(folder, schema, undefined, _ -> {});
    }

    public TableSchema schema() {
        return schema;
    }

    /** Writes a row made by this table's schema, all of its columns set. */
    public void write(Row row) throws IOException {
        printer.print(row);
    }

    /** Completes the file and puts it in its place. */
    public WrittenTable finish() throws IOException {
        printer.flush();
        var written = new WrittenTable(schema.file().fileName(), printer.rows(), file.finish());
        onFinish.accept(written);
        return written;
    }

    /** Leaves no file unless {@link #finish} was called. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
