package tandem.experiment.run;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import tandem.tables.EncodedRows;
import tandem.tables.EncodedTableWriter;
import tandem.tables.ResultFile;
import tandem.tables.TableFile;
import tandem.tables.TableKeys;
import tandem.tables.TableSchema;

/**
 * The rows that a run has in a table whose first column is the run.
 *
 * @param header the columns, as the file has them
 * @param rows each as the file has it, without its line end
 */
public record RunRows(ResultFile table, String header, ImmutableList<String> rows) {
    private static final char QUOTE = '"';

    /** The rows in a file, which may be compressed; rows of text may go over several lines. */
    static RunRows in(Path folder, ResultFile table, long run) throws IOException {
        try (var lines = TableFile.reader(folder.resolve(table.fileName()))) {
            return of(table, run, lines);
        }
    }

    /** The rows as they were encoded with run 0. */
    static RunRows of(TableSchema schema, long run, EncodedRows rows) {
        String text = new String(EncodedTableWriter.numbered(run, rows), StandardCharsets.UTF_8);
        String whole = String.join(",", schema.header()) + "\n" + text;
        try (var lines = new BufferedReader(new StringReader(whole))) {
            return of(schema.file(), run, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static RunRows of(ResultFile table, long run, BufferedReader lines) throws IOException {
        String begin = run + ",";
        String header = String.valueOf(lines.readLine());
        var rows = ImmutableList.<String>builder();
        for (String row = row(lines); row != null; row = row(lines)) {
            if (row.startsWith(begin)) {
                rows.add(row);
            }
        }
        return new RunRows(table, header, rows.build());
    }

    /** A line, and those after it as long as a quote is open. */
    private static @Nullable String row(BufferedReader lines) throws IOException {
        String row = lines.readLine();
        boolean open = row != null && leavesQuoteOpen(row);
        while (open) {
            String more = lines.readLine();
            if (more == null) {
                break;
            }
            row = row + "\n" + more;
            open ^= leavesQuoteOpen(more);
        }
        return row;
    }

    private static boolean leavesQuoteOpen(String line) {
        boolean open = false;
        for (int at = line.indexOf(QUOTE); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
            open ^= true;
        }
        return open;
    }

    /** A clause on the first difference from the rows of a replay; empty where all are equal to the byte. */
    Optional<String> firstDifference(RunRows replayed) {
        String file = table.fileName();
        if (!header.equals(replayed.header)) {
            return Optional.of(difference(file + ", columns", header, replayed.header));
        }
        for (int i = 0; i < Math.min(rows.size(), replayed.rows.size()); i++) {
            if (!rows.get(i).equals(replayed.rows.get(i))) {
                return Optional.of(differentRow(rows.get(i), replayed.rows.get(i)));
            }
        }
        return rows.size() == replayed.rows.size()
                ? Optional.empty()
                : Optional.of(difference(file + ", rows of the run", rows.size(), replayed.rows.size()));
    }

    private String differentRow(String stored, String computed) {
        var columns = fields(header);
        var was = fields(stored);
        var is = fields(computed);
        var place = new StringBuilder(table.fileName());
        for (String key : TableKeys.of(table)) {
            int column = columns.indexOf(key);
            if (column > 0) {
                place.append(", ").append(key).append(' ').append(is.get(column));
            }
        }
        for (int f = 0; f < Math.min(was.size(), is.size()); f++) {
            if (!was.get(f).equals(is.get(f))) {
                return difference(place + ", " + columns.get(f), was.get(f), is.get(f));
            }
        }
        return difference(place + ", row", stored, computed);
    }

    private static List<String> fields(String row) {
        try (var parsed = CSVFormat.RFC4180.parse(new StringReader(row))) {
            var records = parsed.getRecords();
            return records.isEmpty() ? List.of(row) : records.getFirst().toList();
        } catch (IOException | UncheckedIOException e) {
            // Not a row any more: it is shown whole.
            return List.of(row);
        }
    }

    static String difference(String place, Object stored, Object computed) {
        return lenientFormat("%s: stored '%s', replayed '%s'", place, stored, computed);
    }
}
