package tandem.benchmarks;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import tandem.analysis.folder.AnalysisSettings;
import tandem.analysis.folder.AnalysisTables;
import tandem.experiment.run.Machine;
import tandem.experiment.run.Progress;
import tandem.experiment.run.RunCounts;
import tandem.experiment.run.RunManifest;
import tandem.experiment.run.RunOptions;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.training.kernels.Kernels;

/**
 * What {@code tandem run} does between its arguments and its last words: from the scenario file to the finished
 * folder.
 */
final class WholeRun {

    private WholeRun() {}

    static void run(GridFolder grid, Kernels kernels, int threads)
            throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        var clock = Machine.startClock();
        var planned = grid.plan();
        var scenario = planned.plan().scenario();
        String digest = ScenarioDigest.of(scenario);
        try (var folder = ResultFolder.open(grid.out(), digest, true)) {
            var runner = new Runner(
                    planned.plan(),
                    planned.data(),
                    kernels,
                    threads,
                    folder,
                    new RunOptions(true, false, Long.MAX_VALUE));
            runner.train(Progress.NONE);
            RunCounts counts = runner.write(folder);
            AnalysisTables.write(
                    folder,
                    new AnalysisSettings(scenario.question(), scenario.seed(), scenario.patience(), scenario.claims()));
            folder.text(ResultFile.SCENARIO, scenario.resolvedYaml());
            folder.commit(RunManifest.of(planned.plan(), planned.data(), counts), clock.environment(kernels, threads));
        }
    }
}
