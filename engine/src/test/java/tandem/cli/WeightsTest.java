package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of examples from a column of a data file. */
final class WeightsTest {
    private static final String SCENARIO = """
        name: mine
        question: What do weights do?
        data: {source: mine.csv, weight: w, split: last, standardize: none}
        model: {kind: logistic}
        training: {optimizer: {kind: sgd, learning_rate: 0.5}, batch_size: full, epochs: 3}
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void writeData() throws IOException {
        cli = new Cli(folder);
        cli.write("mine.csv", "x,kind,w\n-1,a,1\n-0.5,b,0\n0.5,a,0\n1,b,3\n");
        cli.write("mine.yaml", SCENARIO);
    }

    private String slope(String out, String... options) throws IOException {
        var answer = cli.run("mine", out, options);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return cli.column(out + "/runs.csv", "final_slope").getFirst();
    }

    /** The first step from 0, at rate 0.5: (1 x 1 + 3 x 1) / 2 / 4 / 2 = 0.25; with all weights 1, (1 - 0.5 - 0.5 + 1) / 16. */
    @Test
    void weightsCountInTheObjectiveAndNotInTheLoss() throws IOException {
        String[] oneStep = {"--set", "training.epochs=1", "--set", "model.initializer=zeros"};
        assertThat(slope("weighted", oneStep)).isEqualTo("0.25");
        assertThat(cli.column("weighted/epochs.csv", "loss").getFirst()).isEqualTo("0.6931471805599453");
        cli.write("mine.csv", "x,kind,w\n-1,a,1\n-0.5,b,1\n0.5,a,1\n1,b,1\n");
        assertThat(slope("plain", oneStep)).isEqualTo("0.0625");
    }

    /** The first steps of above, on the same feature: the column of weights is none where it does not count either. */
    @Test
    void weightedAndPlainTrainingHaveTheSameFeatures() throws IOException {
        String[] oneStep = {"--set", "training.epochs=1", "--set", "model.initializer=zeros"};
        cli.write("mine.yaml", SCENARIO + "factors: {training.sample_weights: [none, data]}\n");
        assertThat(slope("both", oneStep)).isEqualTo("0.0625");
        assertThat(cli.column("both/runs.csv", "final_slope")).containsExactly("0.0625", "0.25");
        cli.write("mine.yaml", SCENARIO.replace("epochs: 3", "epochs: 3, sample_weights: none"));
        assertThat(slope("none", oneStep)).isEqualTo("0.0625");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{plain: {}, weighted: {data.weight: w}} | 6:50 | ', label: kind'",
                "{one: {data.weight: w}, other: {data.weight: x}} | 6:59 | ', label: kind'",
                "{one: {}, other: {data.weight: x}} | 6:45 | ', weight: w'"
            })
    void cellsThatWouldDifferInTheirFeaturesAreRefused(String variants, String place, String data) throws IOException {
        cli.write("mine.yaml", SCENARIO.replace(", weight: w", data) + "factors: {v: " + variants + "}\n");
        var answer = cli.run("mine", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .containsOnlyOnce("mine.yaml:" + place + ": data.weight: cells would differ in their features; set"
                        + " data.weight once and vary training.sample_weights");
    }

    @Test
    void aGeneratorHasNoColumnOfWeights() {
        var answer = cli.run("mine", "out", "--set", "data.source={kind: gaussians, examples: 40, separation: 2}");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("mine.yaml:3:34: data.weight: a generator has no column of weights; remove it");
    }

    @Test
    void aTrainSplitOfWeightZeroIsToldAsSoonAsItIsKnown() throws IOException {
        cli.write("mine.csv", "x,kind,w\n-1,a,0\n-0.5,b,0\n0.5,a,1\n1,b,3\n");
        var planned = cli.run("mine", "out", "--set", "data.validation=2");
        assertThat(planned.exitCode()).isEqualTo(2);
        assertThat(planned.err())
                .contains("mine.yaml:3:34: data.weight: every example of the train split has weight 0");
        // One of four trains: of the replicates, some draw one of weight 0.
        var drawn =
                cli.run("mine", "out", "--set", "data.split=random", "--set", "data.train=1", "--set", "replicates=20");
        assertThat(drawn.exitCode()).isEqualTo(3);
        assertThat(cli.read("out/errors.csv")).contains("every example of the train split has weight 0");
    }
}
