package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import tandem.analysis.comparison.diff.DiffOptions;
import tandem.analysis.comparison.means.MeansOptions;
import tandem.tables.ResultFile;

/**
 * What is asked of results.
 *
 * @param questions one or both
 * @param keys columns that tell rows of a CSV file apart; none where the file's name says it
 * @param tables of result folders to be compared; all where empty
 */
public record CompareOptions(
        ImmutableSet<Question> questions,
        DiffOptions diff,
        ImmutableList<String> keys,
        ImmutableSet<ResultFile> tables,
        MeansOptions means,
        Selection selection) {

    /** The column that tells repetitions apart unless another is named. */
    public static final String REPLICATE = "replicate";

    /** What can be asked. */
    public enum Question {
        /** Are they the same? */
        SAME,
        /** Which is better, by how much, how sure? */
        BETTER
    }

    /**
     * Which values are compared.
     *
     * @param rows factors that stay apart; so are {@code columns}, whose levels are laid out side by side; over all others
     *     values are averaged, unless both are empty: then none is
     * @param filter {@code factor=level}
     * @param measures columns, {@code *} standing for any letters; final loss and accuracy where empty
     * @param baseline {@code factor=level} that other levels are compared with, within one folder
     * @param replicate column of a CSV file that tells repetitions apart
     * @param paired whether equal replicates of CSV files belong together
     */
    public record Selection(
            ImmutableList<String> rows,
            ImmutableList<String> columns,
            ImmutableList<FactorLevel> filter,
            ImmutableList<String> measures,
            Optional<FactorLevel> baseline,
            String replicate,
            boolean paired) {

        ImmutableList<String> kept() {
            return ImmutableSet.<String>builder()
                    .addAll(rows)
                    .addAll(columns)
                    .build()
                    .asList();
        }
    }

    /** One level of a factor. */
    public record FactorLevel(String factor, String level) {
        @Override
        public String toString() {
            return factor + "=" + level;
        }
    }
}
