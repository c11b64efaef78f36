package tandem.analysis.comparison.means;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tandem.tables.RunColumns;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/**
 * A table with the values of one side.
 *
 * @param label what the side is called
 * @param factors columns that name the cell of a row
 * @param replicate column that numbers repetitions; without one, every row counts as a repetition of its own
 * @param results the other columns that hold numbers or nothing
 * @param notes which columns are left out though they hold some numbers
 */
public record SideTable(
        String label,
        Path path,
        ImmutableList<String> factors,
        Optional<String> replicate,
        ImmutableList<String> results,
        ImmutableList<String> notes) {
    private static final String REPLICATE = "replicate";

    /** A runs.csv: factors stand between replicate and status. */
    public static SideTable ofRuns(String label, Path path) throws IOException {
        try (var reader = TableReader.open(path)) {
            var columns = reader.columns();
            int replicate = columns.indexOf(REPLICATE);
            int status = columns.indexOf("status");
            if (replicate < 0 || status < replicate) {
                throw new UnusableTableException(
                        path, 1, "these are not the columns of runs.csv: replicate and status must be among them");
            }
            return new SideTable(
                    label,
                    path,
                    columns.subList(replicate + 1, status),
                    Optional.of(REPLICATE),
                    columns.stream()
                            .skip(status)
                            .filter(column -> !RunColumns.KEYS.contains(column))
                            .collect(ImmutableList.toImmutableList()),
                    ImmutableList.of());
        }
    }

    /**
     * Any CSV file.
     *
     * @param factors columns that name the cell; those that the file lacks are left out
     */
    public static SideTable ofCsv(String label, Path path, ImmutableList<String> factors, Optional<String> replicate)
            throws IOException {
        try (var reader = TableReader.open(path)) {
            var columns = reader.columns();
            boolean[] candidate = new boolean[columns.size()];
            boolean[] numbers = new boolean[columns.size()];
            long[] otherAt = new long[columns.size()];
            for (int c = 0; c < candidate.length; c++) {
                String name = columns.get(c);
                candidate[c] = !factors.contains(name) && !replicate.equals(Optional.of(name));
            }
            scan(reader, candidate, numbers, otherAt);
            var results = ImmutableList.<String>builder();
            var notes = ImmutableList.<String>builder();
            for (int c = 0; c < candidate.length; c++) {
                if (candidate[c] && otherAt[c] == 0) {
                    results.add(columns.get(c));
                } else if (candidate[c] && numbers[c]) {
                    notes.add(note(columns.get(c), label, otherAt[c]));
                }
            }
            return new SideTable(
                    label,
                    path,
                    factors.stream().filter(columns::contains).collect(ImmutableList.toImmutableList()),
                    replicate.filter(columns::contains),
                    results.build(),
                    notes.build());
        }
    }

    /** Finds which columns hold a number, and the line of the first field that is none; 0 where all are. */
    private static void scan(TableReader reader, boolean[] candidate, boolean[] numbers, long[] otherAt) {
        while (reader.hasNext()) {
            var row = reader.next();
            for (int c = 0; c < candidate.length; c++) {
                if (candidate[c] && !row.at(c).isEmpty()) {
                    boolean number = isNumber(row.at(c));
                    numbers[c] |= number;
                    otherAt[c] = !number && otherAt[c] == 0 ? row.line() : otherAt[c];
                }
            }
        }
    }

    private static String note(String column, String label, long line) {
        return lenientFormat(
                "Column %s of %s is left out, since its field in line %s is no number; leave unknown values empty.",
                column, label, line);
    }

    /** Java's own suffixes for types are none of a table's: {@code 2d} and {@code 2f} are names. */
    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return "dDfF".indexOf(text.charAt(text.length() - 1)) < 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
