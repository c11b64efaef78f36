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
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Shard;
import tandem.experiment.problem.Printable;
import tandem.experiment.run.FinishedPlan;
import tandem.experiment.run.KernelChoice;
import tandem.experiment.run.Machine;
import tandem.experiment.run.RunCounts;
import tandem.experiment.run.RunOptions;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFolder;

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
            "  tandem run keras-iris --retry-failed          train runs again that failed",
            "  tandem run keras-iris --time-budget 10m       stop after ten minutes; the same command continues",
            "  tandem run keras-iris --shard 2/4 --out out/2 train a quarter of the runs, for tandem merge"
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

    @Mixin
    private final LimitOptions limiting = new LimitOptions();

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
        var options = continuing.options(limiting.limits());
        var shard = limiting.shard();
        var planned = scenario.plan();
        Plan plan = planned.plan();
        boolean gated = gate.isOn(plan.scenario());
        Path shown = out == null ? folderOf(plan.scenario().name(), shard) : out;
        var completion = new Completion(plan, planned.data(), shown, gated, quiet);
        var stdout = spec.commandLine().getOut();
        var stderr = spec.commandLine().getErr();
        try (var _ = Interruption.of(Thread.currentThread(), stderr);
                var folder = ResultFolder.open(shown, ScenarioDigest.of(plan.scenario()), options.force())) {
            var finished =
                    options.force() ? Optional.<RunCounts>empty() : FinishedPlan.counts(plan, planned.data(), folder);
            if (finished.isPresent()
                    && !(options.retryFailed() && finished.get().failed() > 0)) {
                return completion.found(folder, finished.get(), stdout, stderr);
            }
            var kernels = KernelChoice.forPlan(plan);
            ShardFolder.check(folder, shown, shard, options.force());
            var runner = new Runner(plan, planned.data(), kernels, workers, folder, options);
            if (shard.isPresent()) {
                ShardFolder.begin(folder, shard.get(), plan.scenario(), scenario.command());
            }
            train(runner, plan, shown);
            if (shard.isPresent() || !runner.isComplete()) {
                return incomplete(runner, plan, shown, options);
            }
            var work = new Completion.Work(clock, kernels, workers);
            return completion.finish(runner, folder, work, stdout, stderr);
        }
    }

    private static Path folderOf(String name, Optional<Shard> shard) {
        return Path.of(
                "out",
                name
                        + shard.map(part -> "-shard-" + part.index() + "-of-" + part.count())
                                .orElse(""));
    }

    /** Says why there are no tables yet; the exit code. */
    private int incomplete(Runner runner, Plan plan, Path shown, RunOptions options) {
        long missing = runner.missingCount();
        if (missing > 0 && runner.failures() >= options.mostFailures()) {
            say("stopped after " + Counted.of(runner.failures(), "failed run")
                    + "; the same command with --retry-failed trains them again, without it the others.");
            return ExitCode.FAILED_RUNS;
        }
        var shard = options.limits().shard();
        String whose = shard.map(part -> " of " + part.words()).orElse("");
        if (missing > 0) {
            say("stopped as asked: " + shown + " lacks " + Counted.of(missing, "run") + whose
                    + "; the same command continues.");
        } else {
            say(shown + " holds all runs" + whose + ", " + runner.journal().count() + " of " + plan.runCount()
                    + "; when all shards are done, 'tandem merge OUT SHARD...' makes the tables.");
        }
        if (runner.failures() > 0) {
            return ExitCode.FAILED_RUNS;
        }
        if (gate.isAsked()) {
            say("the claims cannot be decided before all runs are there.");
            return ExitCode.DIFFERENCE;
        }
        return ExitCode.DONE;
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
        long wanted = before + Math.min(runner.missingCount(), limiting.limits().mostRuns());
        try (var progress =
                quiet ? ProgressLine.quiet() : ProgressLine.of(plan.scenario().name(), wanted, before, this::say)) {
            runner.train(progress);
        }
    }

    private void say(String sentence) {
        var stderr = spec.commandLine().getErr();
        stderr.println("tandem: " + Printable.of(sentence));
        stderr.flush();
    }
}
