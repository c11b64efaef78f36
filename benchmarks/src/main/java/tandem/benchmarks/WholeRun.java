package tandem.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import tandem.analysis.CurvesTable;
import tandem.analysis.SummaryTable;
import tandem.experiment.run.Machine;
import tandem.experiment.run.NumericsVersion;
import tandem.experiment.run.Progress;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.Schemas;
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
        try (var folder = ResultFolder.open(grid.out(), digest, false)) {
            try (var runner = new Runner(planned.plan(), planned.data(), kernels, threads, folder)) {
                runner.train(Progress.NONE);
                runner.write(folder, "tandem run grid.yaml");
            }
            analyse(folder);
            folder.text(ResultFile.SCENARIO, scenario.resolvedYaml());
            folder.commit(manifest(planned, digest), clock.environment(kernels, threads));
        }
    }

    private static void analyse(ResultFolder folder) throws IOException {
        try (var curves = folder.table(Schemas.curves())) {
            CurvesTable.write(folder.staged(ResultFile.RUNS), folder.staged(ResultFile.EPOCHS), curves);
            curves.finish();
        }
        try (var summary = folder.table(Schemas.summary())) {
            SummaryTable.write(folder.staged(ResultFile.CELLS), folder.staged(ResultFile.RUNS), summary);
            summary.finish();
        }
    }

    private static Manifest manifest(GridFolder.Planned planned, String digest) {
        var plan = planned.plan();
        var scenario = plan.scenario();
        return Manifest.of(
                NumericsVersion.CURRENT,
                new Manifest.ScenarioIdentity(scenario.name(), digest),
                planned.data().digests().entrySet().stream()
                        .map(file -> new Manifest.DataFile(file.getKey(), file.getValue()))
                        .collect(toImmutableList()),
                scenario.seed(),
                new Manifest.Counts(plan.cellCount(), scenario.replicates().count(), plan.runCount(), 0, 0));
    }
}
