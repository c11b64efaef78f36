package tandem.cli;

import static com.google.common.base.Strings.lenientFormat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exported runs, repeated by a second implementation from their files alone. */
final class ExportTest {
    /** Where both differ by rounding alone. */
    private static final double ROUNDING = 1e-10;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private Path export(String scenario, int run) throws IOException {
        cli.write("exported.yaml", scenario);
        assertThat(cli.run("exported", "out").exitCode()).isZero();
        Path to = cli.path("export");
        var answer = Cli.answer("replay", cli.path("out").toString(), "" + run, "--export", to.toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return to;
    }

    /** Corrupted labels, standardized features, three classes, a penalty, and 37 examples in batches of 5: the last is short. */
    @ParameterizedTest
    @CsvSource({"keras, tanh, constant", "pytorch, relu, cosine"})
    void aSecondImplementationComesToTheSameTrajectory(String form, String activation, String schedule)
            throws IOException {
        Path export = export(lenientFormat("""
            name: exported
            data: {source: {kind: gaussians, examples: 60, classes: 3, features: 4, separation: 2}, train: 37, validation: 20, standardize: train}
            corruption: {label_noise: {kind: symmetric, rate: 0.2}}
            model: {kind: mlp, hidden: [6], activation: %s}
            training:
              optimizer: {kind: adam, learning_rate: 0.02, form: %s}
              schedule: {kind: %s}
              penalty: {l2: 0.003}
              batch_size: 5
              epochs: 30
            factors: {training.optimizer.beta1: [0.9, 0.8]}
            replicates: 2
            """, activation, form, schedule), 3);
        var second = new ExportedRun(export);
        var scores = second.train();
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        int rows = 0;
        try (var epochs = format.parse(Files.newBufferedReader(export.resolve("epochs.csv")))) {
            for (var row : epochs) {
                var score = requireNonNull(scores.get(row.get("split"))).get(Integer.parseInt(row.get("epoch")));
                assertThat(score.loss()).isCloseTo(Double.parseDouble(row.get("loss")), within(ROUNDING));
                assertThat(score.accuracy()).isEqualTo(Double.parseDouble(row.get("accuracy")));
                rows++;
            }
        }
        assertThat(rows).isEqualTo(62);
        assertThat(second.distanceTo("final_parameters.csv")).isLessThan(ROUNDING);
        assertThat(second.distanceTo("initial_parameters.csv")).isGreaterThan(0.01);
    }

    /** Of 23 examples in batches of 5 the last has 3. */
    @ParameterizedTest
    @CsvSource({"keras, same", "pytorch, valid", "pytorch, 2"})
    void aSecondImplementationTrainsANetworkOfAllLayers(String form, String padding) throws IOException {
        Path export = export(lenientFormat("""
            name: exported
            data: {source: digits, train: 23, standardize: train}
            model: {kind: cnn, image: [8, 8], filters: [3, 2], padding: %s, pool_size: 2, hidden: [5], batch_normalization: {form: %s, momentum: 0.3}, dropout: 0.2, auxiliary: {weight: 0.5, after: [1, 3]}}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, penalty: {l2: 0.01}, batch_size: 5, epochs: 3}
            replicates: 2
            """, padding.equals("valid") ? "valid, size: 2" : padding, form), 1);
        var second = new ExportedNetwork(export);
        var losses = second.train();
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var epochs = format.parse(Files.newBufferedReader(export.resolve("epochs.csv")))) {
            for (var row : epochs) {
                double loss = losses.get(Integer.parseInt(row.get("epoch")));
                assertThat(loss).isCloseTo(Double.parseDouble(row.get("loss")), within(ROUNDING));
            }
        }
        assertThat(losses).hasSize(4);
        assertThat(second.distanceTo("final_parameters.csv")).isLessThan(ROUNDING);
        assertThat(second.distanceTo("initial_parameters.csv")).isGreaterThan(0.01);
    }

    @Test
    void theFilesSayWhatTheyHold() throws IOException {
        Path export = export("""
            name: exported
            data: {source: {kind: logit, examples: 9, slope: 2, intercept: 1}}
            model: {kind: logistic, start: {slope: 1, intercept: 0.5}}
            training: {optimizer: {kind: newton}}
            """, 0);
        try (var files = Files.list(export)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "README.md",
                            "epochs.csv",
                            "final_parameters.csv",
                            "initial_parameters.csv",
                            "run.json",
                            "train.csv");
        }
        assertThat(cli.read("export/initial_parameters.csv"))
                .isEqualTo("layer,kind,output,input,value\n1,weight,0,0,1.0\n1,bias,0,,0.5\n");
        assertThat(cli.read("export/run.json"))
                .contains("\"batch_size\" : 9", "\"status\" : \"ok\"", "\"kind\" : \"newton\"");
        String documentation = cli.read("export/README.md");
        for (String table : List.of("epochs.csv", "train.csv", "final_parameters.csv")) {
            for (String column : cli.rows("export/" + table).getFirst()) {
                assertThat(documentation).contains("| " + (column.equals("x0") ? "x0, x1, ..." : column) + " |");
            }
        }
    }

    @Test
    void aDivergedRunHasNoFinalParameters() throws IOException {
        Path export = export("""
            name: exported
            data: {source: {kind: gaussians, examples: 40, separation: 2}, train: 24}
            model: {kind: mlp, hidden: [3]}
            training: {optimizer: {kind: sgd, learning_rate: 1e200}, batch_size: 5, epochs: 6}
            """, 0);
        assertThat(export.resolve("final_parameters.csv")).doesNotExist();
        assertThat(cli.read("export/run.json")).contains("\"status\" : \"diverged\"", "\"train_loss\" : null");
    }
}
