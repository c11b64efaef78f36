package tandem.tables;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/** Which columns tell the rows of a table apart. */
public final class TableKeys {

    private TableKeys() {}

    /** Names of the key columns; none for a file that is no table, or whose rows differ from one execution to the next. */
    public static ImmutableList<String> of(ResultFile file) {
        return switch (file) {
            case MANIFEST, ENVIRONMENT, SHARD, SCENARIO, ANSWER, TIMINGS -> ImmutableList.of();
            case CELLS -> ImmutableList.of("cell");
            case RUNS, ERRORS -> ImmutableList.of("run");
            case EPOCHS -> ImmutableList.of("run", "epoch", "split");
            case CURVES -> ImmutableList.of("cell", "epoch", "split");
            case SUMMARY -> ImmutableList.of("cell", "measure");
            case EXAMPLES -> ImmutableList.of("run", "split", "example");
            case PATHS -> ImmutableList.of("run", "epoch", "split", "example", "class");
            case ATTRIBUTION ->
                ImmutableList.of("run", "split", "from_epoch", "to_epoch", "transition", "group", "class");
            case STOPPING -> ImmutableList.of("run", "rule", "patience");
            case CORRELATIONS -> ImmutableList.of("level", "cell", "stratum", "split", "method", "series");
            case SELECTION -> ImmutableList.of("split", "stratum");
            case EFFECTS -> ImmutableList.of("factor", "other", "statistic", "measure", "from", "to");
            case CLAIMS -> ImmutableList.of("claim");
            case UNDEFINED -> ImmutableList.of("table", "row", "column");
        };
    }

    /** The table of a result folder that a file has the name of. */
    public static Optional<ResultFile> tableNamed(String fileName) {
        return Arrays.stream(ResultFile.values())
                .filter(file -> file.fileName().equals(fileName) && !of(file).isEmpty())
                .findFirst();
    }

    /** Names of the tables that have keys, {@code runs} for runs.csv. */
    public static ImmutableList<String> names() {
        return Arrays.stream(ResultFile.values())
                .filter(file -> !of(file).isEmpty())
                .map(ResultFile::tableName)
                .collect(ImmutableList.toImmutableList());
    }
}
