package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of any layers, from the scenario to the tables. */
final class NetworksTest {
    private static final String HEAD = """
        name: net
        data: {source: digits, train: 45, validation: 40, standardize: train}
        training: {optimizer: {kind: adam}, batch_size: 11, epochs: 2}
        """;

    private static final String SHORT = """
            short:
              model: {kind: cnn, image: [8, 8], filters: [3], hidden: [4], batch_normalization: {form: keras}, dropout: 0.2, auxiliary: {weight: 0.5}}
        """;

    private static final String LONG = """
            long:
              model:
                kind: layers
                image: [8, 8, 1]
                layers:
                  - {kind: convolution, filters: 3, size: 3, padding: same}
                  - {kind: batch_normalization}
                  - {kind: relu}
                  - {kind: max_pooling}
                  - {kind: dropout, rate: 0.2}
                  - {kind: auxiliary, weight: 0.5}
                  - {kind: flatten}
                  - {kind: dense, units: 4}
                  - {kind: batch_normalization}
                  - {kind: relu}
                  - {kind: dropout, rate: 0.2}
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private String plan(String more) throws IOException {
        return Cli.answer("plan", cli.write("net.yaml", HEAD + more)).out();
    }

    @Test
    void aListTrainsToTheSameNumbersAsItsShortForm() throws IOException {
        cli.write("net.yaml", HEAD + "factors:\n  net:\n" + SHORT + LONG);
        assertThat(cli.run("net", "out").exitCode()).isZero();
        var runs = cli.rows("out/runs.csv");
        assertThat(runs.get(1)).contains("short", "ok");
        assertThat(runs.get(2)).contains("long", "ok");
        assertThat(runs.get(2).subList(4, runs.get(2).size()))
                .isEqualTo(runs.get(1).subList(4, runs.get(1).size()));
    }

    /** Worked by hand: 3 filters of 9 weights and a bias; 48 inputs of the classifier beside and of the dense layer. */
    @Test
    void aPlanShowsEachLayerWithItsShapeAndParameters() throws IOException {
        assertThat(plan("factors:\n  net:\n" + SHORT + LONG)).contains("""
            network   image of 8 x 8 x 1 in, 780 parameters, of 2 cells
                        convolution 3 x 3, same           8 x 8 x 3   30
                        batch normalization, keras        8 x 8 x 3    6
                        relu                              8 x 8 x 3
                        max pooling 2 x 2, stride 2       4 x 4 x 3
                        dropout 0.2                       4 x 4 x 3
                        auxiliary classifier, weight 0.5             490
                        flatten                           48
                        dense                             4          196
                        batch normalization, keras        4            8
                        relu                              4
                        dropout 0.2                       4
                        dense                             10          50
            time\
            """);
    }

    @Test
    void aPlanShowsThreeNetworksAndCountsTheOthers() throws IOException {
        String plan = plan("model: {kind: mlp, hidden: [2]}\nfactors: {model.hidden: [[1], [2], [3], [4], [5]]}\n");
        assertThat(plan).contains("network   64 features in, 85 parameters, of 1 cell", "network   and 2 more\n");
        assertThat(plan.lines().filter(line -> line.startsWith("network"))).hasSize(4);
    }

    @Test
    void anImageMustHoldTheFeatures() throws IOException {
        cli.write("net.yaml", HEAD + "model: {kind: cnn, image: [8, 9], filters: [3]}\n");
        var answer = Cli.answer("plan", cli.path("net.yaml").toString());
        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.err())
                .contains(
                        "net.yaml:4:20: model.image: an image of 8 x 9 x 1 has 72 values and the data has 64 features");
    }

    @Test
    void aBatchOfOneIsTooFewForTheVarianceOfPytorch() throws IOException {
        String model = "model: {kind: mlp, hidden: [3], batch_normalization: {form: %s}}\n";
        cli.write("net.yaml", HEAD + model.replace("%s", "pytorch"));
        var answer = Cli.answer("plan", cli.path("net.yaml").toString());
        assertThat(answer.err())
                .contains("net.yaml:3:49: training.batch_size: of 45 examples a batch of one is left, and batch"
                        + " normalization in the form pytorch needs two values of a channel");
        assertThat(plan(model.replace("%s", "keras"))).contains("batch normalization, keras");
        // Of an image every channel has many values.
        assertThat(plan("model: {kind: cnn, image: [8, 8], filters: [3], batch_normalization: {form: pytorch}}\n"))
                .contains("batch normalization, pytorch");
    }

    @Test
    void networksThatDoNotFitIntoMemoryAreRefused() throws IOException {
        cli.write("net.yaml", HEAD + "model: {kind: cnn, image: [8, 8], filters: [200000], size: 1}\n");
        var answer = Cli.answer("plan", cli.path("net.yaml").toString());
        assertThat(answer.err()).contains("a pack of runs needs about");
    }

    private String refusal(String model) throws IOException {
        cli.write("net.yaml", HEAD + "model: " + model + "\n");
        var answer = Cli.answer("plan", cli.path("net.yaml").toString());
        assertThat(answer.exitCode()).isNotZero();
        return answer.err();
    }

    /** Windows of 512 x 512 at 521 x 521 places, laid out side by side, and 4096 x 4096 weights of each of 200 filters. */
    @Test
    void layersWhoseArraysCannotBeAreRefused() throws IOException {
        assertThat(refusal("{kind: cnn, image: [8, 8], filters: [1], size: 512, padding: 512}"))
                .contains("net.yaml:2:31: data.train: a pack of runs needs about");
        assertThat(refusal("{kind: cnn, image: [8, 8], filters: [200], size: 4096, padding: 2048}"))
                .contains("net.yaml:4:15: model.kind: a network has at most 1000000000 parameters;");
        assertThat(refusal("{kind: mlp, hidden: [" + "1, ".repeat(2048) + "1]}"))
                .contains("model.hidden: gives 4098 layers, with activations");
    }

    @Test
    void anExportListsTheLayersAndTheirStatistics() throws IOException {
        cli.write("net.yaml", HEAD + "factors:\n  net:\n" + SHORT);
        assertThat(cli.run("net", "out").exitCode()).isZero();
        String to = cli.path("export").toString();
        assertThat(Cli.answer("replay", cli.path("out").toString(), "0", "--export", to)
                        .exitCode())
                .isZero();
        assertThat(cli.read("export/run.json")).contains("\"kind\" : \"batch_normalization\"", "\"dropout_seed\" : ");
        assertThat(cli.rows("export/initial_parameters.csv"))
                .contains(
                        List.of("2", "scale", "2", "", "1.0"),
                        List.of("2", "running_mean", "2", "", "0.0"),
                        List.of("4", "running_variance", "3", "", "1.0"));
        // 780 parameters, and a mean and a variance of 3 and of 4 channels.
        assertThat(cli.rows("export/final_parameters.csv")).hasSize(1 + 780 + 14);
    }
}
