package tandem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
import tandem.experiment.problem.Printable;
import tandem.experiment.run.FinishedFolder;
import tandem.experiment.run.KernelChoice;
import tandem.experiment.run.Machine;
import tandem.experiment.run.RunCounts;
import tandem.experiment.run.RunManifest;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.training.optimizer.Optimizer;

/** {@code tandem run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Train the grid of a scenario and write its tables.",
            "What was interrupted continues where it stopped, and a grid that has grown trains only its new runs: those"
                    + " that ended are kept in DIR/journal. A finished folder is left as it is.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem run scenarios/keras-iris.yaml",
            "  tandem run keras-iris --replicates 100 --out out/many",
            "  tandem run keras-iris --set training.epochs=50 --factor training.batch_size=5,30",
            "  tandem run keras-iris --retry-failed          train runs again that failed"
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

    @Mixin
    private final ContinuationOptions continuing = new ContinuationOptions();

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
        var options = continuing.options();
        var planned = scenario.plan();
        Plan plan = planned.plan();
        boolean gated = gate.isOn(plan.scenario());
        Path shown = out == null ? Path.of("out", plan.scenario().name()) : out;
        String digest = ScenarioDigest.of(plan.scenario());
        try (var _ = Interruption.of(Thread.currentThread(), spec.commandLine().getErr());
                var folder = ResultFolder.open(shown, digest, options.force())) {
            var report = new FolderReport(folder.target(), shown);
            var finished =
                    options.force() ? Optional.<RunCounts>empty() : FinishedFolder.counts(plan, planned.data(), folder);
            if (finished.isPresent()
                    && !(options.retryFailed() && finished.get().failed() > 0)) {
                reportFinished(plan, report, shown, finished.get());
                return verdict(gated, plan, report, finished.get());
            }
            var kernels = KernelChoice.forPlan(plan);
            var runner = new Runner(plan, planned.data(), kernels, workers, folder, options);
            train(runner, plan, shown);
            if (!runner.isComplete()) {
                say("stopped after " + Counted.of(runner.failures(), "failed run")
                        + "; the same command with --retry-failed trains them again, without it the others.");
                return ExitCode.FAILED_RUNS;
            }
            RunCounts counts = runner.write(folder, scenario.command(plan.scenario()));
            AnalysisTables.write(folder, AnalysisOptions.of(plan.scenario()));
            folder.text(ResultFile.SCENARIO, plan.scenario().resolvedYaml());
            folder.commit(RunManifest.of(plan, planned.data(), counts), clock.environment(kernels, workers));
            report(plan, report, shown, counts);
            return verdict(gated, plan, report, counts);
        }
    }

    private int verdict(boolean gated, Plan plan, FolderReport report, RunCounts counts) throws IOException {
        int verdict =
                gated ? report.gate(plan.scenario().claims(), spec.commandLine().getErr()) : ExitCode.DONE;
        if (verdict != ExitCode.DONE) {
            return verdict;
        }
        return counts.failed() > 0 ? ExitCode.FAILED_RUNS : ExitCode.DONE;
    }

    private void train(Runner runner, Plan plan, Path shown)
            throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        var journal = runner.journal();
        journal.warnings().forEach(this::say);
        long before = journal.count();
        if (!quiet && before > 0) {
            say(shown + " holds " + Counted.of(before, "run") + " of " + plan.runCount() + " already.");
        }
        if (!quiet && journal.thinnerCount() > 0) {
            say(Counted.of(journal.thinnerCount(), "run") + " in " + shown
                    + " lack what the scenario records now; they are trained again.");
        }
        try (var progress = quiet ? ProgressLine.quiet() : ProgressLine.of(plan, before, this::say)) {
            runner.train(progress);
        }
    }

    private void say(String sentence) {
        var stderr = spec.commandLine().getErr();
        stderr.println("tandem: " + Printable.of(sentence));
        stderr.flush();
    }

    private void reportFinished(Plan plan, FolderReport report, Path shown, RunCounts counts) throws IOException {
        if (quiet) {
            return;
        }
        say(shown + " is finished: it holds all " + Counted.of(counts.runs(), "run")
                + " of this scenario, so nothing was trained; --force starts over.");
        var stdout = spec.commandLine().getOut();
        report.printClaims(plan.scenario().claims(), stdout);
        stdout.println("Tables: " + shown);
        stdout.flush();
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
                    case Optimizer.Sgd _,
                            Optimizer.Momentum _,
                            Optimizer.Nesterov _,
                            Optimizer.RmsProp _,
                            Optimizer.Adam _,
                            Optimizer.AdamW _ -> true;
                });
    }
}
