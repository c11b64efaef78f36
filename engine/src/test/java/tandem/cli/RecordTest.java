package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario asks for with {@code record}: 40 examples (24, 8, 8), 4 epochs, 2 classes. */
final class RecordTest {
    private static final String ALL =
            "record: {examples: true, paths: [5, 17, 39], attribution: {every: 3}, measures: all}\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private void run(String out, String rest, String... options) throws IOException {
        cli.tiny("tiny", rest);
        var answer = cli.run("tiny", out, options);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
    }

    private double[] numbers(String file, String column) throws IOException {
        return cli.column(file, column).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Of the column, in rows in which the other columns have these values: {@code "split", "train", ...}. */
    private double[] numbersWhere(String file, String column, String... conditions) throws IOException {
        var rows = cli.rows(file);
        var header = rows.getFirst();
        int at = header.indexOf(column);
        return rows.stream()
                .skip(1)
                .filter(row -> IntStream.range(0, conditions.length / 2)
                        .allMatch(
                                i -> row.get(header.indexOf(conditions[2 * i])).equals(conditions[2 * i + 1])))
                .mapToDouble(row -> Double.parseDouble(row.get(at)))
                .toArray();
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void filesThatNobodyAskedForAreNotWritten() throws IOException {
        run("out", "");
        assertThat(cli.path("out/epochs.csv")).exists();
        for (String file : List.of("examples.csv", "paths.csv", "attribution.csv")) {
            assertThat(cli.path("out/" + file)).doesNotExist();
        }
        assertThat(cli.rows("out/runs.csv").getFirst())
                .contains("test_spearman", "train_auc")
                .doesNotContain("temperature", "train_loss_q50");
    }

    @Test
    void recordingChangesNoBitOfARun() throws IOException {
        run("plain", "replicates: 3\n");
        run("recorded", "replicates: 3\n" + ALL);
        assertThat(cli.read("recorded/epochs.csv")).isEqualTo(cli.read("plain/epochs.csv"));
        for (String column : cli.rows("plain/runs.csv").getFirst()) {
            assertThat(cli.column("recorded/runs.csv", column))
                    .as(column)
                    .isEqualTo(cli.column("plain/runs.csv", column));
        }
    }

    @Test
    void everyExampleHasARowThatAddsUpToTheRun() throws IOException {
        run("out", "replicates: 2\n" + ALL);
        assertThat(cli.column("out/examples.csv", "example")).hasSize(80);
        assertThat(numbersWhere("out/examples.csv", "example", "run", "0", "split", "train"))
                .hasSize(24);
        for (String split : List.of("train", "validation", "test")) {
            double[] losses = numbersWhere("out/examples.csv", "loss", "run", "1", "split", split);
            double[] correct = numbersWhere("out/examples.csv", "correct", "run", "1", "split", split);
            double loss = numbers("out/runs.csv", split + "_loss")[1];
            assertThat(sum(losses) / losses.length).isCloseTo(loss, within(1e-13 * loss));
            assertThat(sum(correct) / correct.length).isEqualTo(numbers("out/runs.csv", split + "_accuracy")[1]);
        }
        assertThat(cli.column("out/examples.csv", "group")).containsOnly("clean");
    }

    @Test
    void theIdsOfARunAreTheWholeSourceOnce() throws IOException {
        run("out", ALL);
        assertThat(numbers("out/examples.csv", "example"))
                .containsExactlyInAnyOrder(
                        IntStream.range(0, 40).asDoubleStream().toArray());
    }

    @Test
    void theChangesOfAnIntervalSumToTheChangeOfTheLoss() throws IOException {
        run("out", ALL);
        for (String split : List.of("train", "validation", "test")) {
            double[] loss = numbersWhere("out/epochs.csv", "loss", "split", split);
            double first = sum(numbersWhere("out/attribution.csv", "loss_change", "split", split, "to_epoch", "3"));
            double second = sum(numbersWhere("out/attribution.csv", "loss_change", "split", split, "from_epoch", "3"));
            assertThat(first).isCloseTo(loss[3] - loss[0], within(1e-12));
            assertThat(second).isCloseTo(loss[4] - loss[3], within(1e-12));
        }
        assertThat(sum(numbersWhere("out/attribution.csv", "examples", "split", "train", "to_epoch", "4")))
                .isEqualTo(24);
    }

    @Test
    void pathsGoFromTheStartToTheStateOfTheExample() throws IOException {
        run("out", ALL);
        assertThat(cli.rows("out/paths.csv")).hasSize(1 + 3 * 5 * 2);
        for (String id : List.of("5", "17", "39")) {
            for (int epoch = 0; epoch <= 4; epoch++) {
                double[] both =
                        numbersWhere("out/paths.csv", "probability", "example", id, "epoch", Integer.toString(epoch));
                assertThat(sum(both)).isCloseTo(1, within(1e-15));
            }
            String label = cli.rows("out/examples.csv").stream()
                    .filter(row -> row.get(2).equals(id))
                    .map(row -> row.get(4))
                    .findFirst()
                    .orElseThrow();
            assertThat(numbersWhere("out/paths.csv", "probability", "example", id, "epoch", "4", "class", label))
                    .containsExactly(numbersWhere("out/examples.csv", "probability", "example", id));
        }
    }

    @Test
    void theThreadsChangeNoByteOfWhatIsRecorded() throws IOException {
        run("one", "replicates: 9\n" + ALL, "--threads", "1");
        run("four", "replicates: 9\n" + ALL, "--threads", "4");
        assertThat(cli.read("four/manifest.json"))
                .isEqualTo(cli.read("one/manifest.json"))
                .contains("examples.csv", "paths.csv", "attribution.csv");
    }

    @Test
    void attributionAloneIsTheSameAsBesideOtherRecords() throws IOException {
        run("all", ALL);
        run("alone", "record: {attribution: {every: 3}}\n");
        assertThat(cli.read("alone/attribution.csv")).isEqualTo(cli.read("all/attribution.csv"));
        assertThat(cli.path("alone/examples.csv")).doesNotExist();
    }

    @Test
    void aRunThatDivergedHasNoLastState() throws IOException {
        run(
                "out",
                "factors: {training.optimizer.learning_rate: [0.1, 1e200]}\n" + ALL,
                "--set",
                "training.penalty.l2=1");
        assertThat(cli.column("out/runs.csv", "status")).containsExactly("ok", "diverged");
        assertThat(cli.column("out/examples.csv", "run")).hasSize(40).containsOnly("0");
        assertThat(cli.column("out/paths.csv", "run")).contains("0", "1");
        assertThat(cli.read("out/undefined.csv"))
                .contains("runs,1,temperature,DIVERGED", "runs,1,train_loss_gini,DIVERGED", "runs,1,test_auc,DIVERGED");
    }

    @Test
    void aModelThatIsOnlyEvaluatedHasStatesAndNoDynamics() throws IOException {
        cli.write("still.yaml", """
            name: still
            data: {source: {kind: gaussians, examples: 10, separation: 2}}
            model: {kind: softmax}
            training: {optimizer: {kind: none}}
            record: {examples: true, attribution: {}}
            """);
        assertThat(cli.run("still", "out").exitCode()).isZero();
        assertThat(cli.column("out/examples.csv", "loss")).hasSize(10).doesNotContain("");
        assertThat(cli.column("out/examples.csv", "aum")).containsOnly("");
        assertThat(cli.column("out/examples.csv", "first_learned_epoch")).containsOnly("");
        assertThat(cli.rows("out/attribution.csv")).hasSize(1);
    }

    @Test
    void equalExamplesAreDuplicates() throws IOException {
        cli.write("pairs.csv", "x,y\n1,a\n2,b\n1,b\n-0.0,a\n0,a\n5,b\n");
        cli.write("pairs.yaml", """
            name: pairs
            data: {source: pairs.csv, standardize: none}
            model: {kind: logistic}
            training: {optimizer: {kind: sgd}, epochs: 2}
            record: {examples: true}
            """);
        assertThat(cli.run("pairs", "out").exitCode()).isZero();
        assertThat(cli.column("out/examples.csv", "group"))
                .containsExactly("duplicate", "clean", "duplicate", "duplicate", "duplicate", "clean");
        assertThat(cli.column("out/examples.csv", "label")).containsExactly("a", "b", "b", "a", "a", "b");
    }

    @Test
    void anExampleBeyondTheDataIsRefusedWithItsPlaceAndTheRange() throws IOException {
        cli.tiny("tiny", "record: {paths: [3, 40]}\n");
        var answer = cli.run("tiny", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("tiny.yaml:6:10: record.paths: there is no example 40", "0 to 39");
        assertThat(cli.path("out")).doesNotExist();
    }

    @Test
    void planTellsWhatTheRecordingCosts() throws IOException {
        String file = cli.tiny("tiny", "replicates: 10\n" + ALL);
        String plan = Cli.answer("plan", file).out();
        // 10 runs x 40 examples; x 5 epochs x 3 examples x 2 classes; x 3 splits x 2 intervals x 4 transitions x 2
        // groups x 2 classes
        assertThat(plan)
                .contains(
                        "examples.csv: at most 400 rows",
                        "paths.csv: at most 300 rows",
                        "attribution.csv: at most 960 rows",
                        "40 forward passes over all splits besides training",
                        "the square of the epochs");
        // 10 runs x 3 splits x 999 resamples x 19 steps
        assertThat(Cli.answer("plan", file, "--set", "training.epochs=20").out())
                .contains("resample 569,430 steps");
        cli.tiny("tiny", "replicates: 10\n");
        assertThat(Cli.answer("plan", file).out()).doesNotContain("record");
    }
}
