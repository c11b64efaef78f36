package tandem.analysis.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows of text as CSV: as in result tables, RFC 4180 with line feeds. */
final class CsvText {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvText() {}

    static String of(Iterable<? extends List<String>> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (var row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
