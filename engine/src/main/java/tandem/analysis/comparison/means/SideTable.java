package tandem.analysis.comparison.means;

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
 */
public record SideTable(
        String label,
        Path path,
        ImmutableList<String> factors,
        Optional<String> replicate,
        ImmutableList<String> results) {
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
                            .collect(ImmutableList.toImmutableList()));
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
            boolean[] numeric = new boolean[columns.size()];
            for (int c = 0; c < numeric.length; c++) {
                String name = columns.get(c);
                numeric[c] = !factors.contains(name) && !replicate.equals(Optional.of(name));
            }
            while (reader.hasNext()) {
                var row = reader.next();
                for (int c = 0; c < numeric.length; c++) {
                    numeric[c] = numeric[c] && isNumberOrBlank(row.at(c));
                }
            }
            var results = ImmutableList.<String>builder();
            for (int c = 0; c < numeric.length; c++) {
                if (numeric[c]) {
                    results.add(columns.get(c));
                }
            }
            return new SideTable(
                    label,
                    path,
                    factors.stream().filter(columns::contains).collect(ImmutableList.toImmutableList()),
                    replicate.filter(columns::contains),
                    results.build());
        }
    }

    private static boolean isNumberOrBlank(String text) {
        try {
            return text.isEmpty() || !Double.isInfinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
