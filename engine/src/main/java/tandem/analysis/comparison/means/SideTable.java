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
 * @param replicate column that tells repetitions apart; without one, every row counts as a repetition of its own
 * @param results the other columns that hold numbers
 * @param isForeign whether another tool may have written it, with words of its own for what is unknown
 * @param notes what a reader must know of the columns
 */
public record SideTable(
        String label,
        Path path,
        ImmutableList<String> factors,
        Optional<String> replicate,
        ImmutableList<String> results,
        boolean isForeign,
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
                    false,
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
        var found = ForeignColumns.scan(
                label, path, name -> !factors.contains(name) && !replicate.equals(Optional.of(name)));
        return new SideTable(
                label,
                path,
                factors.stream().filter(found.all()::contains).collect(ImmutableList.toImmutableList()),
                replicate.filter(found.all()::contains),
                found.results(),
                true,
                found.notes());
    }

    /** The value of a result in a row; NaN where there is none. */
    double value(TableReader.Fields row, String result) {
        return isForeign
                ? ForeignNumber.of(row.text(result)).orElse(Double.NaN)
                : row.number(result).orElse(Double.NaN);
    }
}
