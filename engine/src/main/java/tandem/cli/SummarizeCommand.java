package tandem.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.analysis.folder.DerivedAnew;
import tandem.analysis.folder.Rederivation;
import tandem.experiment.run.ClaimedMeasures;
import tandem.experiment.run.NumericsVersion;
import tandem.experiment.run.ScenarioDigest;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.Scenario;
import tandem.experiment.scenario.ScenarioFile;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.TableReader;

/** {@code tandem summarize}. */
@Command(
        name = "summarize",
        mixinStandardHelpOptions = true,
        description = {
            "Derive the tables of a finished run anew from its run-level tables, and decide its claims again; train"
                    + " nothing.",
            "Claims may have been edited in DIR/scenario.yaml, or come from another file; nothing else in it may"
                    + " differ.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem summarize out/keras-iris",
            "  tandem summarize results/keras-iris --claims scenarios/keras-iris.yaml --fail-on-claims"
        })
final class SummarizeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A result folder.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path shown;

    @Option(
            names = "--claims",
            paramLabel = "SCENARIO",
            description = "Take the claims of this scenario, which must be that of the results in all else.")
    private @Nullable String claims;

    @Option(
            names = "--force",
            description =
                    "Take tables as they are that were changed since Tandem wrote them, or that another version of"
                            + " the numerics made.")
    private boolean force;

    @Mixin
    private final ClaimsGate gate = new ClaimsGate();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what is wrong.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException {
        try (var _ = Interruption.of(Thread.currentThread(), spec.commandLine().getErr());
                var folder = ResultFolder.reopen(shown)) {
            Manifest manifest = folder.manifest();
            checkNumerics(manifest);
            Scenario scenario = scenario(folder, manifest);
            boolean gated = gate.isOn(scenario);
            Path runs = folder.target().resolve(ResultFile.RUNS.fileName());
            if (Files.exists(runs)) {
                ClaimedMeasures.check(scenario, columns(runs));
            }
            var derived = Rederivation.in(folder, manifest, AnalysisOptions.of(scenario), force);
            folder.text(ResultFile.SCENARIO, scenario.resolvedYaml());
            folder.commit(manifest);
            return report(scenario, folder, derived, gated);
        }
    }

    /** Tables of two versions of the numerics must not come together unseen. */
    private void checkNumerics(Manifest manifest) throws RefusedFolderException {
        if (manifest.numericsVersion() != NumericsVersion.CURRENT && !force) {
            throw new RefusedFolderException(shown + " was made with version " + manifest.numericsVersion()
                    + " of the numerics and this is version " + NumericsVersion.CURRENT
                    + "; run the scenario anew, or take its tables as they are with --force.");
        }
    }

    private Scenario scenario(ResultFolder folder, Manifest manifest) throws IOException, RefusedFolderException {
        Path resolved = folder.target().resolve(ResultFile.SCENARIO.fileName());
        if (claims == null && !Files.exists(resolved)) {
            throw new RefusedFolderException(
                    shown + " has no scenario.yaml; name the scenario it came from with --claims.");
        }
        String name = manifest.scenario().name();
        Scenario scenario = claims == null
                ? ScenarioFile.readResolved(resolved, name)
                : ScenarioFile.read(Home.scenario(claims), Overrides.NONE);
        if (!ScenarioDigest.of(scenario).equals(manifest.scenario().digest())) {
            String file = claims == null
                    ? shown.resolve(ResultFile.SCENARIO.fileName()).toString()
                    : claims;
            throw new RefusedFolderException(file + " is not the scenario that " + shown
                    + " holds the results of: more than claims differs; undo that, or run the scenario anew.");
        }
        return scenario;
    }

    private static ImmutableList<String> columns(Path table) throws IOException {
        try (var reader = TableReader.open(table)) {
            return reader.columns();
        }
    }

    private int report(Scenario scenario, ResultFolder folder, DerivedAnew derived, boolean gated) throws IOException {
        var report = new FolderReport(folder.target(), shown);
        boolean decided = derived.rebuilt().contains(ResultFile.CLAIMS);
        PrintWriter out = spec.commandLine().getOut();
        if (!quiet) {
            if (decided) {
                report.printClaims(scenario.claims(), out);
            }
            derived.rebuilt().forEach(table -> out.println(shown.resolve(table.fileName()) + ": derived anew."));
            derived.left()
                    .forEach(left -> out.println(shown.resolve(left.table().fileName()) + ": "
                            + (left.exists() ? "left as it is" : "not made") + ", since "
                            + String.join(
                                    " and ",
                                    left.missing().stream()
                                            .map(ResultFile::fileName)
                                            .toList())
                            + " is missing."));
            out.flush();
        }
        PrintWriter err = spec.commandLine().getErr();
        if (gated && !decided) {
            err.println("The claims could not be decided, since " + shown + " has no runs.csv.");
            return ExitCode.DIFFERENCE;
        }
        return gated ? report.gate(scenario.claims(), err) : ExitCode.DONE;
    }
}
