package tandem.benchmarks;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Planner;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;
import tandem.training.random.RandomStream;

/**
 * A scenario of one of the works and its CSV file in a temporary folder: four learning rates, and as many replicates
 * as asked for.
 */
final class GridFolder implements Closeable {
    private static final int CELLS = 4;

    private final Path folder;
    private final Work work;

    /** @param runs a multiple of four */
    GridFolder(Work work, int runs) throws IOException {
        this.work = work;
        this.folder = Files.createTempDirectory("tandem-benchmark");
        Files.writeString(folder.resolve("examples.csv"), csv(), StandardCharsets.UTF_8);
        Files.writeString(scenario(), yaml(runs / CELLS), StandardCharsets.UTF_8);
    }

    /** A scenario read, and what its runs draw their data from; nothing is cached yet. */
    record Planned(Plan plan, DataProvider data) {}

    Planned plan() {
        var data = new DataProvider(new DataCatalog(folder, folder));
        return new Planned(Planner.plan(ScenarioFile.read(scenario(), Overrides.NONE), data), data);
    }

    private Path scenario() {
        return folder.resolve("grid.yaml");
    }

    Path out() {
        return folder.resolve("out");
    }

    private String yaml(int replicates) {
        double rate = work.learningRate;
        return """
            name: grid
            question: How long does a whole run take?
            data: {source: examples.csv, validation: %s, split: stratified, standardize: train}
            model: {kind: mlp, hidden: [%s], activation: relu, initializer: glorot_uniform}
            training: {optimizer: {kind: adam, form: keras, learning_rate: 0.01, epsilon: 1e-8},
              batch_size: %s, epochs: %s}
            factors: {training.optimizer.learning_rate: [%s, %s, %s, %s]}
            replicates: %s
            """.formatted(
                        work.examples - work.trained(),
                        work.hidden,
                        work.batch,
                        work.epochs,
                        rate / 2,
                        rate,
                        rate * 2,
                        rate * 4,
                        replicates);
    }

    private String csv() {
        double[] x = new double[work.examples * work.features];
        int[] labels = new int[work.examples];
        work.draw(RandomStream.of(1, "data", 0).generator(), x, labels);
        var text = new StringBuilder();
        for (int f = 0; f < work.features; f++) {
            text.append("feature").append(f).append(',');
        }
        text.append("label\n");
        for (int i = 0; i < labels.length; i++) {
            for (int f = 0; f < work.features; f++) {
                text.append(x[i * work.features + f]).append(',');
            }
            text.append(labels[i]).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
