package tandem.tables;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/** Every file of a result folder. What is not listed here is not ours: it is never overwritten and never deleted. */
public enum ResultFile {
    MANIFEST("manifest.json", false),
    ENVIRONMENT("environment.json", false),
    SCENARIO("scenario.yaml", true),
    CELLS("cells.csv", true),
    RUNS("runs.csv", true),
    EPOCHS("epochs.csv", true),
    CURVES("curves.csv", true),
    SUMMARY("summary.csv", true),
    EXAMPLES("examples.csv", true),
    PATHS("paths.csv", true),
    ATTRIBUTION("attribution.csv", true),
    STOPPING("stopping.csv", true),
    CORRELATIONS("correlations.csv", true),
    SELECTION("selection.csv", true),
    EFFECTS("effects.csv", true),
    CLAIMS("claims.csv", true),
    UNDEFINED("undefined.csv", true),
    ERRORS("errors.csv", true),
    TIMINGS("timings.csv", false);

    private static final ImmutableSet<String> NAMES =
            Arrays.stream(values()).map(ResultFile::fileName).collect(ImmutableSet.toImmutableSet());

    private final String fileName;
    private final boolean digested;

    ResultFile(String fileName, boolean digested) {
        this.fileName = fileName;
        this.digested = digested;
    }

    public String fileName() {
        return fileName;
    }

    /** Name of the table, {@code runs} for {@code runs.csv}. */
    public String tableName() {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    /** Whether the bytes follow from the scenario alone, so that the manifest lists their digest. */
    public boolean digested() {
        return digested;
    }

    static boolean isOurs(String fileName) {
        return NAMES.contains(fileName);
    }
}
