package tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import tandem.analysis.folder.AnalysisTables;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.experiment.run.Machine.Clock;
import tandem.experiment.run.RunCounts;
import tandem.experiment.run.RunManifest;
import tandem.experiment.run.Runner;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.training.kernels.Kernels;
import tandem.training.optimizer.Optimizer;

/**
 * Turns a folder whose runs are all trained into a finished one, and says so.
 *
 * @param shown the folder as the user wrote it
 * @param gated whether claims decide the exit code
 * @param quiet print nothing but what is wrong
 */
record Completion(Plan plan, DataProvider data, Path shown, boolean gated, boolean quiet) {

    /** With what the runs were trained. */
    record Work(Clock clock, Kernels kernels, int threads) {}

    /** Writes all tables and reports; the exit code. */
    int finish(Runner runner, ResultFolder folder, Work work, PrintWriter out, PrintWriter err) throws IOException {
        RunCounts counts = runner.write(folder);
        AnalysisTables.write(folder, AnalysisOptions.of(plan.scenario()));
        folder.text(ResultFile.SCENARIO, plan.scenario().resolvedYaml());
        folder.commit(RunManifest.of(plan, data, counts), work.clock.environment(work.kernels, work.threads));
        var report = new FolderReport(folder.target(), shown);
        if (!quiet) {
            report.printOverview(out);
            report.printClaims(plan.scenario().claims(), out);
            out.println("Tables: " + shown);
            out.flush();
        }
        warn(counts, err);
        return verdict(report, counts, err);
    }

    /** Says that there was nothing to do; the exit code. */
    int found(ResultFolder folder, RunCounts counts, PrintWriter out, PrintWriter err) throws IOException {
        var report = new FolderReport(folder.target(), shown);
        if (!quiet) {
            err.println("tandem: " + shown + " is finished: it holds all " + Counted.of(counts.runs(), "run")
                    + " of this scenario, so nothing was trained; --force starts over.");
            err.flush();
            report.printClaims(plan.scenario().claims(), out);
            out.println("Tables: " + shown);
            out.flush();
        }
        return verdict(report, counts, err);
    }

    private int verdict(FolderReport report, RunCounts counts, PrintWriter err) throws IOException {
        int verdict = gated ? report.gate(plan.scenario().claims(), err) : ExitCode.DONE;
        if (verdict != ExitCode.DONE) {
            return verdict;
        }
        return counts.failed() > 0 ? ExitCode.FAILED_RUNS : ExitCode.DONE;
    }

    private void warn(RunCounts counts, PrintWriter err) {
        if (counts.diverged() > 0) {
            err.println(counts.diverged() + " of " + counts.runs() + " runs diverged: status and diverged_epoch in "
                    + shown + "/runs.csv"
                    + (hasLearningRate() ? "; a smaller learning_rate or training.clip may help." : "."));
        }
        if (counts.failed() > 0) {
            err.println(counts.failed() + " of " + counts.runs() + " runs failed: " + shown
                    + "/errors.csv says why, and 'tandem replay " + shown + " RUN' trains one of them alone.");
        }
    }

    private boolean hasLearningRate() {
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
