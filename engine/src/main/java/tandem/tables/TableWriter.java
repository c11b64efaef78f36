package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes one table as CSV: RFC 4180 quoting, line feeds, UTF-8 without byte order mark, numbers by {@link
 * Double#toString}. The file appears when {@link #finish} is called; without it, nothing is left. Text is kept as it
 * is, also where a spreadsheet would take it for a formula.
 */
public final class TableWriter implements Closeable {
    private static final int BUFFER = 1 << 16;
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final TableSchema schema;
    private final UndefinedLog undefined;
    private final Consumer<WrittenTable> onFinish;
    private final StagedFile file;
    private final CSVPrinter printer;
    private long rows;

    TableWriter(Path folder, TableSchema schema, UndefinedLog undefined, Consumer<WrittenTable> onFinish)
            throws IOException {
        this.schema = schema;
        this.undefined = undefined;
        this.onFinish = onFinish;
        this.file = new StagedFile(folder.resolve(schema.file().fileName()));
        // The encoder, unlike the charset, refuses text that UTF-8 cannot hold instead of writing question marks.
        this.printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8.newEncoder()), BUFFER),
                FORMAT);
        printer.printRecord(schema.header());
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
        checkArgument(
                row.schema() == schema,
                "the row is one of another schema than %s",
                schema.file().fileName());
        for (int i = 0; i < schema.columns().size(); i++) {
            printer.print(field(i, row.value(i)));
        }
        printer.println();
        rows++;
    }

    private String field(int index, Value value) throws IOException {
        return switch (value) {
            case Value.Real(double number) -> Double.toString(number);
            case Value.Count(long count) -> Long.toString(count);
            case Value.Text(String text) -> text;
            case Value.Blank _ -> "";
            case Value.Undefined(String reason) -> {
                undefined.undefined(
                        schema.file().tableName(),
                        rows,
                        schema.columns().get(index).name(),
                        reason);
                yield "";
            }
        };
    }

    /** Completes the file and puts it in its place. */
    public WrittenTable finish() throws IOException {
        printer.flush();
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
