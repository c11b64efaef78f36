package tandem.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tandem.analysis.comparison.diff.ColumnPattern;
import tandem.analysis.comparison.diff.DiffOptions;
import tandem.analysis.comparison.diff.Tolerance;
import tandem.experiment.problem.Suggestion;
import tandem.tables.ResultFile;
import tandem.tables.TableKeys;

/** Options of {@code tandem compare} about what counts as a difference. */
final class DiffFlags {
    private static final int SHOWN = 10;

    @Option(
            names = "--key",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that tell the rows of a CSV file apart; known for Tandem's own tables.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--abs-tol",
            paramLabel = "X",
            description = "Numbers at most X apart are the same. Without a tolerance fields are compared as text.")
    private @Nullable Double absolute;

    @Option(
            names = "--rel-tol",
            paramLabel = "X",
            description = "Numbers at most X times the larger of both apart are the same, too.")
    private @Nullable Double relative;

    @Option(
            names = "--ulps",
            paramLabel = "N",
            description = "Numbers with at most N - 1 doubles between them are the same, too; 0 for equal numbers.")
    private @Nullable Long ulps;

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that may differ; * stands for any letters.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--table",
            split = ",",
            paramLabel = "TABLE",
            description = "Of result folders compare only these tables, such as runs.")
    private List<String> tables = new ArrayList<>();

    @Option(
            names = "--show",
            paramLabel = "N",
            description = "List at most N rows, columns and fields that differ of every table (default: 10 of the first"
                    + " one, and none where the scenarios differ anyway).")
    private @Nullable Integer shown;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    DiffOptions options() {
        return new DiffOptions(
                tolerance(),
                ignored.stream().map(ColumnPattern::new).collect(ImmutableList.toImmutableList()),
                presented().orElse(SHOWN));
    }

    /** As was asked for. */
    OptionalInt presented() {
        if (shown == null) {
            return OptionalInt.empty();
        }
        if (shown < 0) {
            throw misuse("--show must be 0 or more: " + shown);
        }
        return OptionalInt.of(shown);
    }

    ImmutableList<String> keys() {
        return ImmutableList.copyOf(keys);
    }

    ImmutableSet<ResultFile> tables() {
        var files = ImmutableSet.<ResultFile>builder();
        for (String table : tables) {
            String name = table.endsWith(".csv") ? table : table + ".csv";
            files.add(TableKeys.tableNamed(name)
                    .orElseThrow(() -> misuse("--table: there is no table " + table + " to compare"
                            + Suggestion.of(table, TableKeys.names()))));
        }
        return files.build();
    }

    private Tolerance tolerance() {
        if (absolute == null && relative == null && ulps == null) {
            return Tolerance.EXACT;
        }
        try {
            return new Tolerance(
                    true, absolute == null ? 0 : absolute, relative == null ? 0 : relative, ulps == null ? 0 : ulps);
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
