package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Arrays;
import tandem.analysis.comparison.CompareOptions.Question;
import tandem.tables.FinishedFolder;
import tandem.tables.ResultFile;
import tandem.tables.TableKeys;

/** Whether what is compared is what was written: a file that was edited later gives an answer about something else. */
final class WrittenCheck {
    private WrittenCheck() {}

    /** A sentence for each file that a comparison reads and that does not have the bytes its manifest lists. */
    static ImmutableList<String> warnings(ImmutableList<FinishedFolder> folders, CompareOptions options)
            throws IOException {
        var read = Arrays.stream(ResultFile.values())
                .filter(file -> isRead(file, folders.size() > 1, options))
                .toList();
        var warnings = ImmutableList.<String>builder();
        for (FinishedFolder folder : folders) {
            for (ResultFile file : read) {
                if (!folder.isAsWritten(file)) {
                    warnings.add("Warning: " + folder.shown().resolve(file.fileName())
                            + " has another SHA-256 than its manifest lists, so it was changed after it was written; it"
                            + " is compared as it is now.");
                }
            }
        }
        return warnings.build();
    }

    private static boolean isRead(ResultFile file, boolean pairs, CompareOptions options) {
        boolean diffed = pairs
                && options.questions().contains(Question.SAME)
                && !TableKeys.of(file).isEmpty()
                && (options.tables().isEmpty() || options.tables().contains(file));
        return diffed
                || (pairs && file == ResultFile.SCENARIO)
                || (file == ResultFile.RUNS && options.questions().contains(Question.BETTER));
    }
}
