package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import tandem.analysis.comparison.diff.FolderDiff;
import tandem.analysis.comparison.diff.ScenarioDiff;
import tandem.analysis.comparison.diff.TableDiff;
import tandem.analysis.comparison.means.MeansReport;

/**
 * What was found.
 *
 * @param warnings what a reader must know before relying on any of it, as sentences
 * @param changes in what experiments differ, for each pair of result folders
 * @param same the first question, for each pair; none where it was not asked
 * @param better the second; empty where it was not asked or makes no sense
 * @param remark why the second has no answer although it was asked; empty otherwise
 */
public record Answers(
        ImmutableList<String> warnings,
        ImmutableList<Change> changes,
        ImmutableList<Same> same,
        Optional<MeansReport> better,
        String remark) {

    /** What two result folders were asked for otherwise. */
    public record Change(String first, String second, ScenarioDiff diff) {}

    /** Whether two results are the same. */
    public sealed interface Same {
        String first();

        String second();

        boolean isSame();
    }

    /** Of two result folders. */
    public record SameFolders(String first, String second, FolderDiff diff) implements Same {
        @Override
        public boolean isSame() {
            return diff.isEmpty();
        }
    }

    /**
     * Of two files.
     *
     * @param keys columns that rows were joined on
     */
    public record SameFiles(String first, String second, ImmutableList<String> keys, TableDiff diff) implements Same {
        @Override
        public boolean isSame() {
            return diff.isEmpty();
        }
    }
}
