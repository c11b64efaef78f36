package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import tandem.analysis.comparison.diff.FolderDiff;
import tandem.analysis.comparison.diff.TableDiff;
import tandem.analysis.comparison.means.MeansReport;

/**
 * What was found.
 *
 * @param same the first question, for each pair; none where it was not asked
 * @param better the second; empty where it was not asked or makes no sense
 * @param remark why the second has no answer although it was asked; empty otherwise
 */
public record Answers(ImmutableList<Same> same, Optional<MeansReport> better, String remark) {

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

    /** Of two files. */
    public record SameFiles(String first, String second, TableDiff diff) implements Same {
        @Override
        public boolean isSame() {
            return diff.isEmpty();
        }
    }
}
