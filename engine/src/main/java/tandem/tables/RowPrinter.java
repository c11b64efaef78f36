package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Prints the rows of a table: RFC 4180 quoting, line feeds, numbers by {@link Double#toString}. */
final class RowPrinter {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final TableSchema schema;
    private final UndefinedLog undefined;
    private final CSVPrinter printer;
    private long rows;

    RowPrinter(TableSchema schema, Appendable out, UndefinedLog undefined) throws IOException {
        this.schema = schema;
        this.undefined = undefined;
        this.printer = new CSVPrinter(out, FORMAT);
    }

    void printHeader() throws IOException {
        printer.printRecord(schema.header());
    }

    /** Prints a row made by this table's schema, all of its columns set. */
    void print(Row row) throws IOException {
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
        if (value instanceof Value.Undefined(String reason)) {
            undefined.undefined(
                    schema.file().tableName(), rows, schema.columns().get(index).name(), reason);
        }
        return Value.text(value);
    }

    /** Rows printed, the header left out. */
    long rows() {
        return rows;
    }

    void flush() throws IOException {
        printer.flush();
    }
}
