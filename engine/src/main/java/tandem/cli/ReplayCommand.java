package tandem.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.experiment.export.RunExport;
import tandem.experiment.problem.Printable;
import tandem.experiment.run.FolderContents;
import tandem.experiment.run.NumericsVersion;
import tandem.experiment.run.ReplayedRun;
import tandem.experiment.run.RunManifest;
import tandem.experiment.run.StoredRun;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;

/** {@code tandem replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Train one run of a result folder alone and compare it, to the last bit, with its row of runs.csv and its"
                    + " rows of epochs.csv, examples.csv, paths.csv and attribution.csv where they are there; of an"
                    + " unfinished folder with its journal.",
            "Exit code 1 where they differ; the first difference is named.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem replay out/keras-iris 17",
            "  tandem replay results/keras-iris 17 --export run-17   everything to repeat it elsewhere"
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "A result folder, finished or not.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Parameters(index = "1", paramLabel = "RUN", description = "The number of a run, as in runs.csv.")
    private long number;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Write examples, batches, parameters, settings and metrics of the run to a new folder, as CSV"
                    + " and JSON; its README.md documents them.")
    private @Nullable Path export;

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException {
        checkExport();
        var contents = FolderContents.of(folder);
        var planned = folders.plan(contents);
        var plan = planned.plan();
        if (number < 0 || number >= plan.runCount()) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + " has the runs 0 to " + (plan.runCount() - 1) + ", and no run " + number);
        }
        var stored = StoredRun.in(contents, plan, planned.data(), number);
        var replayed = ReplayedRun.of(plan, planned.data(), number);
        int exitCode = compare(stored, replayed);
        if (export != null) {
            exitCode = Math.max(exitCode, export(replayed, planned));
        }
        return exitCode;
    }

    private int compare(Optional<StoredRun> stored, ReplayedRun replayed) throws IOException, RefusedFolderException {
        if (stored.isEmpty()) {
            say("run " + number + " is not in " + folder + " yet, so there is nothing to compare.");
            return ExitCode.DONE;
        }
        var difference = stored.get().firstDifference(replayed);
        if (difference.isPresent()) {
            say("run " + number + " is not what " + folder + " holds: " + difference.get() + "." + otherNumerics());
            return ExitCode.DIFFERENCE;
        }
        say("run " + number + " equals what " + folder + " holds to the bit: " + compared(stored.get(), replayed)
                + (replayed.message().isEmpty() ? "" : " It failed again: " + replayed.message()));
        return ExitCode.DONE;
    }

    private static String compared(StoredRun stored, ReplayedRun replayed) {
        var what = new ArrayList<>(List.of("its row of runs.csv"));
        stored.tables()
                .forEach(table -> what.add("its " + Counted.of(table.rows().size(), "row") + " of "
                        + table.table().fileName()));
        String last = what.removeLast();
        var absent = stored.absent(replayed).stream().map(ResultFile::fileName).toList();
        return (what.isEmpty() ? "" : String.join(", ", what) + " and ")
                + last
                + (absent.isEmpty()
                        ? "."
                        : "; " + String.join(" and ", absent) + (absent.size() == 1 ? " is" : " are") + " not there.");
    }

    /** Why last digits may differ. */
    private String otherNumerics() throws IOException, RefusedFolderException {
        var manifest = Manifest.in(folder);
        return manifest.isPresent() && manifest.get().numericsVersion() != NumericsVersion.CURRENT
                ? " The folder is of numerics version "
                        + manifest.get().numericsVersion() + " and this Tandem computes version "
                        + NumericsVersion.CURRENT + ", of which last digits may differ."
                : "";
    }

    private void checkExport() throws IOException {
        if (export == null || !Files.exists(export)) {
            return;
        }
        if (Files.isDirectory(export)) {
            try (var entries = Files.list(export)) {
                if (entries.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new ParameterException(spec.commandLine(), export + " is there already; name a new folder with --export");
    }

    private int export(ReplayedRun replayed, ScenarioOptions.Planned planned) throws IOException {
        Path to = requireNonNull(export);
        if (replayed.trained().isEmpty()) {
            say("nothing was exported, since the run failed: " + replayed.message());
            return ExitCode.FAILED_RUNS;
        }
        Files.createDirectories(to);
        RunExport.write(replayed, replayed.trained().get(), RunManifest.dataFiles(planned.data()), to);
        say("Exported to " + to + ": its README.md says what is what.");
        return ExitCode.DONE;
    }

    private void say(String sentence) {
        var out = spec.commandLine().getOut();
        out.println(Printable.of(sentence));
        out.flush();
    }
}
