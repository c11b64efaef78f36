package tandem.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.analysis.comparison.DiffParts;
import tandem.analysis.comparison.Layout;
import tandem.analysis.comparison.Part;
import tandem.analysis.comparison.diff.FolderDiffer;
import tandem.analysis.comparison.diff.TableDiffer;
import tandem.experiment.problem.Printable;
import tandem.tables.FinishedFolder;
import tandem.tables.RefusedFolderException;
import tandem.tables.TableKeys;

/** {@code tandem compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether result folders or CSV files are the same. The first is compared with each other.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem compare results/keras-iris out/keras-iris --fail-on difference",
            "  tandem compare before.csv after.csv --key method,seed --rel-tol 1e-9"
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "Result folders, or CSV files.")
    private List<Path> results = new ArrayList<>();

    @Mixin
    private final DiffFlags diffFlags = new DiffFlags();

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "WHAT",
            description = "Exit with 1 on any of: ${COMPLETION-CANDIDATES}.")
    private Set<Gate> gates = EnumSet.noneOf(Gate.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What may make the exit code 1. */
    enum Gate {
        DIFFERENCE
    }

    @Override
    public Integer call() throws IOException, RefusedFolderException {
        if (results.size() < 2) {
            throw new ParameterException(spec.commandLine(), "name two or more result folders or files to compare");
        }
        var parts = ImmutableList.<Part>builder();
        boolean same = true;
        Path first = results.getFirst();
        for (Path second : results.subList(1, results.size())) {
            boolean areFolders = Files.isDirectory(first) && Files.isDirectory(second);
            same &= areFolders ? folders(first, second, parts) : files(first, second, parts);
        }
        Layout.text(parts.build())
                .lines()
                .map(Printable::of)
                .forEach(spec.commandLine().getOut()::println);
        return !same && gates.contains(Gate.DIFFERENCE) ? ExitCode.DIFFERENCE : ExitCode.DONE;
    }

    private boolean folders(Path first, Path second, ImmutableList.Builder<Part> parts)
            throws IOException, RefusedFolderException {
        var diff = new FolderDiffer(diffFlags.options())
                .diff(FinishedFolder.open(first), FinishedFolder.open(second), diffFlags.tables());
        parts.addAll(DiffParts.of(first.toString(), second.toString(), diff, diffFlags.shown()));
        return diff.isEmpty();
    }

    private boolean files(Path first, Path second, ImmutableList.Builder<Part> parts) throws IOException {
        var keys = diffFlags.keys();
        boolean known = keys.isEmpty();
        if (known) {
            keys = TableKeys.tableNamed(String.valueOf(first.getFileName()))
                    .map(TableKeys::of)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            first + " is no table of Tandem's by its name; name the columns that tell its rows apart"
                                    + " with --key"));
        }
        var diff = new TableDiffer(diffFlags.options()).diff(first, second, keys, known);
        parts.addAll(DiffParts.of(first.toString(), second.toString(), diff, diffFlags.shown()));
        return diff.isEmpty();
    }
}
