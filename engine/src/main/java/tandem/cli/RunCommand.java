package tandem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tandem.analysis.folder.AnalysisTables;
import tandem.experiment.plan.Plan;
import tandem.experiment.run.KernelChoice;
import tandem.experiment.run.Machine;
import tandem.experiment.run.RunCounts;
import tandem.experiment.run.RunManifest;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.training.kernels.Kernels;
import tandem.training.optimizer.Optimizer;

/** {@code tandem run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {"Train the grid of a scenario and write its tables.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem run scenarios/keras-iris.yaml",
            "  tandem run keras-iris --replicates 100 --out out/many",
            "  tandem run keras-iris --set training.epochs=50 --factor training.batch_size=5,30"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder; out/NAME unless given.")
    private @Nullable Path out;

    @Mixin
    private final ThreadOption threads = new ThreadOption();

    @Mixin
    private final ClaimsGate gate = new ClaimsGate();

    @Option(names = "--force", description = "Replace the results of another scenario.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print neither progress nor the overview.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        var clock = Machine.startClock();
        int workers = threads.count();
        var planned = scenario.plan();
        Plan plan = planned.plan();
        boolean gated = gate.isOn(plan.scenario());
        Path shown = out == null ? Path.of("out", plan.scenario().name()) : out;
        String digest = ScenarioDigest.of(plan.scenario());
        String command = scenario.command(plan.scenario());
        var kernels = KernelChoice.forPlan(plan);
        RunCounts counts;
        int verdict;
        try (var _ = Interruption.of(Thread.currentThread(), spec.commandLine().getErr());
                var folder = ResultFolder.open(shown, digest, force)) {
            counts = train(planned, kernels, workers, folder, command);
            AnalysisTables.write(folder, AnalysisOptions.of(plan.scenario()));
            folder.text(ResultFile.SCENARIO, plan.scenario().resolvedYaml());
            folder.commit(RunManifest.of(plan, planned.data(), counts), clock.environment(kernels, workers));
            var report = new FolderReport(folder.target(), shown);
            report(plan, report, shown, counts);
            verdict = gated
                    ? report.gate(plan.scenario().claims(), spec.commandLine().getErr())
                    : ExitCode.DONE;
        }
        if (verdict != ExitCode.DONE) {
            return verdict;
        }
        return counts.failed() > 0 ? ExitCode.FAILED_RUNS : ExitCode.DONE;
    }

    private RunCounts train(
            ScenarioOptions.Planned planned, Kernels kernels, int workers, ResultFolder folder, String command)
            throws IOException, InterruptedException, ExecutionException {
        try (var runner = new Runner(planned.plan(), planned.data(), kernels, workers, folder)) {
            try (var progress = ProgressLine.of(planned.plan(), quiet)) {
                runner.train(progress);
            }
            return runner.write(folder, command);
        }
    }

    private void report(Plan plan, FolderReport report, Path shown, RunCounts counts) throws IOException {
        if (!quiet) {
            var stdout = spec.commandLine().getOut();
            report.printOverview(stdout);
            report.printClaims(plan.scenario().claims(), stdout);
            stdout.println("Tables: " + shown);
            stdout.flush();
        }
        var stderr = spec.commandLine().getErr();
        if (counts.diverged() > 0) {
            stderr.println(counts.diverged() + " of " + counts.runs() + " runs diverged: status and diverged_epoch in "
                    + shown + "/runs.csv"
                    + (hasLearningRate(plan) ? "; a smaller learning_rate or training.clip may help." : "."));
        }
        if (counts.failed() > 0) {
            stderr.println(
                    counts.failed() + " of " + counts.runs() + " runs failed: " + shown + "/errors.csv says why.");
        }
    }

    private static boolean hasLearningRate(Plan plan) {
        return plan.shapes().stream()
                .map(shape ->
                        plan.scenario().cell(shape.cells().get(0)).conditions().training())
                .anyMatch(training -> switch (training.optimizer()) {
                    case Optimizer.None _, Optimizer.Newton _ -> false;
                    case Optimizer.Sgd _, Optimizer.Momentum _, Optimizer.Adam _ -> true;
                });
    }
}
