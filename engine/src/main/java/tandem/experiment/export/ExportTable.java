package tandem.experiment.export;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One CSV file of an export: RFC 4180, line feeds, numbers by {@link Double#toString}, which reads back to the same bits. */
final class ExportTable implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final CSVPrinter printer;

    ExportTable(Path file, ImmutableList<String> columns) throws IOException {
        this.printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
        printer.printRecord(columns);
    }

    ExportTable add(int value) throws IOException {
        printer.print(Integer.toString(value));
        return this;
    }

    ExportTable add(double value) throws IOException {
        printer.print(Double.toString(value));
        return this;
    }

    ExportTable add(String value) throws IOException {
        printer.print(value);
        return this;
    }

    void endRow() throws IOException {
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
