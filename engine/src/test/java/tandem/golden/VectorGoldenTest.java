package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.analysis.folder.AnalysisSettings;
import tandem.analysis.folder.AnalysisTables;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Planner;
import tandem.experiment.run.Machine;
import tandem.experiment.run.Progress;
import tandem.experiment.run.RunManifest;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.training.kernels.Kernels;

/** The published scenarios are little work, which the command gives to the plain loops: here the vectors compute them. */
final class VectorGoldenTest {
    private static final Path SCENARIOS = Path.of("../scenarios");

    @ParameterizedTest
    @CsvSource({"keras-iris, 1", "keras-iris, 3", "illustration-1, 2"})
    void vectorsGiveThePublishedBytesOnAnyNumberOfThreads(String name, int threads, @TempDir Path folder)
            throws IOException, RefusedFolderException, ExecutionException, InterruptedException {
        var scenario = ScenarioFile.read(SCENARIOS.resolve(name + ".yaml"), Overrides.NONE);
        var data = new DataProvider(new DataCatalog(SCENARIOS, SCENARIOS.resolve("data")));
        var plan = Planner.plan(scenario, data);
        var kernels = Kernels.vector();
        try (var result = ResultFolder.open(folder.resolve(name), ScenarioDigest.of(scenario), false)) {
            var runner = new Runner(plan, data, kernels, threads, result);
            runner.train(Progress.NONE);
            var counts = runner.write(result);
            AnalysisTables.write(
                    result,
                    new AnalysisSettings(scenario.question(), scenario.seed(), scenario.patience(), scenario.claims()));
            result.text(ResultFile.SCENARIO, scenario.resolvedYaml());
            result.commit(
                    RunManifest.of(plan, data, counts), Machine.startClock().environment(kernels, threads));
        }
        String manifest = ResultFile.MANIFEST.fileName();
        assertThat(folder.resolve(name).resolve(manifest))
                .hasSameTextualContentAs(Path.of("../results").resolve(name).resolve(manifest));
        assertThat(Files.exists(folder.resolve(name).resolve("epochs.csv"))).isTrue();
    }
}
