package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Planner;
import tandem.experiment.run.Progress;
import tandem.experiment.run.RunOptions;
import tandem.experiment.run.Runner;
import tandem.experiment.run.ScenarioDigest;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.training.kernels.Kernels;

/** What may not change the numbers does not. */
final class ReproductionTest {
    private static final String GRID = """
        factors:
          training.batch_size: [5, 8]
          training.optimizer.learning_rate: [0.05, 0.1, 1e200]
        replicates: 3
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    @Test
    void theThreadsChangeNoByte() throws IOException {
        cli.tiny("tiny", GRID);
        cli.run("tiny", "one", "--threads", "1");
        cli.run("tiny", "four", "--threads", "4");
        // The manifest holds the digest of every table.
        assertThat(cli.read("four/manifest.json"))
                .isEqualTo(cli.read("one/manifest.json"))
                .contains("epochs.csv");
    }

    @Test
    void theKernelsChangeNoByte() throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        cli.tiny("tiny", GRID);
        var tables = new ArrayList<ImmutableMap<String, String>>();
        for (var kernels : List.of(Kernels.scalar(1), Kernels.scalar(3), Kernels.scalar(8), Kernels.vector())) {
            tables.add(tables(kernels));
        }
        assertThat(tables.getFirst())
                .hasEntrySatisfying(
                        "epochs.csv", text -> assertThat(text.lines()).hasSizeGreaterThan(100));
        assertThat(tables).allSatisfy(table -> assertThat(table).isEqualTo(tables.getFirst()));
    }

    private ImmutableMap<String, String> tables(Kernels kernels)
            throws IOException, RefusedFolderException, InterruptedException, ExecutionException {
        Path file = cli.path("tiny.yaml");
        var scenario = ScenarioFile.read(file, Overrides.NONE);
        var data = new DataProvider(Home.catalog(file));
        var plan = Planner.plan(scenario, data);
        try (var target = ResultFolder.open(cli.path("kernels"), ScenarioDigest.of(scenario), true)) {
            var runner = new Runner(plan, data, kernels, 2, target, new RunOptions(true, false, Long.MAX_VALUE));
            runner.train(Progress.NONE);
            runner.write(target);
            var texts = ImmutableMap.<String, String>builder();
            for (var table : List.of(ResultFile.CELLS, ResultFile.RUNS, ResultFile.EPOCHS, ResultFile.ERRORS)) {
                texts.put(
                        table.fileName(),
                        cli.read(folder.relativize(target.staged(table)).toString()));
            }
            return texts.buildOrThrow();
        }
    }

    @Test
    void moreLevelsAndReplicatesChangeNoRun() throws IOException {
        cli.tiny("tiny", GRID);
        cli.run("tiny", "before");
        cli.tiny("tiny", """
            factors:
              training.optimizer.learning_rate: [0.2, 1e200, 0.1, 0.05]
              training.batch_size: [8, 6, 5]
            replicates: 4
            """);
        cli.run("tiny", "after");
        var before = runs("before");
        assertThat(before).hasSize(18);
        assertThat(runs("after")).hasSize(48).containsAllEntriesOf(before);
    }

    @Test
    void anotherFactorChangesNoRun() throws IOException {
        cli.tiny("tiny", GRID);
        cli.run("tiny", "before");
        cli.tiny("tiny", GRID.replace("factors:", "factors:\n  model.hidden: [[2], [3]]"));
        cli.run("tiny", "after");
        var after = runs("after");
        assertThat(after).hasSize(36);
        runs("before").forEach((key, values) -> assertThat(after).containsEntry(key + " model.hidden=[3]", values));
    }

    @Test
    void excludedCellsAreMissingAndTheOthersTheSame() throws IOException {
        cli.tiny("tiny", GRID);
        cli.run("tiny", "all");
        cli.tiny("tiny", GRID + """
            exclude:
              - {training.batch_size: 5, training.optimizer.learning_rate: 0.1}
            """);
        cli.run("tiny", "some");
        var all = runs("all");
        var some = runs("some");
        assertThat(some).hasSize(18 - 3);
        assertThat(all).containsAllEntriesOf(some);
        assertThat(some.keySet()).noneMatch(key -> key.contains("size=5 ") && key.contains("rate=0.1"));
    }

    @Test
    void thousandsOfRunsComeOutInOrder() throws IOException {
        cli.write("many.yaml", """
            name: many
            question: How many?
            data: {source: illustration-1, standardize: none}
            model: {kind: logistic}
            training: {optimizer: {kind: none}}
            factors:
              model.start.slope: {from: -5, to: 5, step: 0.2}
              model.start.intercept: {from: -5, to: 5, step: 0.2}
            replicates: 2
            """);
        cli.run("many", "out", "--threads", "3");
        var rows = cli.rows("out/runs.csv");
        // 51 slopes x 51 intercepts x 2 replicates
        assertThat(rows).hasSize(1 + 51 * 51 * 2);
        assertThat(rows.stream().skip(1).map(List::getFirst))
                .containsExactlyElementsOf(
                        IntStream.range(0, 5202).mapToObj(Integer::toString).toList());
        // Slope 0, intercept 0: ln 2, at cell 25 * 51 + 25.
        int loss = rows.getFirst().indexOf("train_loss");
        assertThat(rows.get(1 + 2 * (25 * 51 + 25)).get(loss)).isEqualTo("0.6931471805599453");
    }

    /** The results of every run by its levels and replicate: runs and cells may be numbered anew. */
    private Map<String, List<String>> runs(String out) throws IOException {
        var rows = cli.rows(out + "/runs.csv");
        var header = rows.getFirst();
        int results = header.indexOf("status");
        var runs = new TreeMap<String, List<String>>();
        for (var row : rows.subList(1, rows.size())) {
            var levels = new TreeMap<String, String>();
            IntStream.range(2, results).forEach(i -> levels.put(order(header.get(i)), row.get(i)));
            var key = new StringBuilder();
            levels.forEach((name, level) ->
                    key.append(' ').append(name.substring(2)).append('=').append(level));
            runs.put(key.toString(), row.subList(results, row.size()));
        }
        return runs;
    }

    /** The factor that a test adds comes last. */
    private static String order(String column) {
        return (column.equals("model.hidden") ? "2 " : "1 ") + column;
    }
}
