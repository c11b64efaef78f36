package tandem.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import tandem.tables.TableReader;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;

/** Writes a table with what a test is about, and reads it back. */
public final class WrittenRows {
    private final List<List<String>> rows;
    private final List<String> header;
    private final List<String> undefined;

    private WrittenRows(List<String> header, List<List<String>> rows, List<String> undefined) {
        this.header = header;
        this.rows = rows;
        this.undefined = undefined;
    }

    /** What writes the rows. */
    public interface Content {
        void write(TableWriter out) throws IOException;
    }

    public static WrittenRows of(Path folder, TableSchema schema, Content content) throws IOException {
        var undefined = new ArrayList<String>();
        try (var out = TableWriter.create(
                folder, schema, (table, row, column, reason) -> undefined.add(row + " " + column + " " + reason))) {
            content.write(out);
            out.finish();
        }
        Path file = folder.resolve(schema.file().fileName());
        var rows = new ArrayList<List<String>>();
        try (var reader = TableReader.open(file);
                var lines = Files.newBufferedReader(file);
                var records = CSVFormat.RFC4180.parse(lines)) {
            records.stream().skip(1).forEach(record -> rows.add(record.toList()));
            return new WrittenRows(reader.columns(), rows, undefined);
        }
    }

    /** {@code row column REASON} of every undefined field. */
    public List<String> undefined() {
        return undefined;
    }

    public int count() {
        return rows.size();
    }

    /** The fields of the given columns of every row that holds all of the given words, joined by blanks. */
    public List<String> texts(String columns, String... words) {
        return rows.stream()
                .filter(row -> row.containsAll(List.of(words)))
                .map(row -> String.join(
                        " ",
                        List.of(columns.split(" ")).stream()
                                .map(column -> row.get(index(column)))
                                .toList()))
                .toList();
    }

    /** A number of the only row that holds all of the given words. */
    public double number(String column, String... words) {
        var found = texts(column, words);
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " rows hold " + List.of(words));
        }
        return Double.parseDouble(found.getFirst());
    }

    private int index(String column) {
        return IntStream.range(0, header.size())
                .filter(i -> header.get(i).equals(column))
                .findFirst()
                .orElseThrow();
    }
}
