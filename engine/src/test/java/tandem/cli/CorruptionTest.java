package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Planner;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;

/** What corrupted data leaves in the tables: 40 examples (24, 8, 8), 4 epochs, 2 classes. */
final class CorruptionTest {
    private static final String RATES = "factors: {corruption.label_noise.rate: [0, 0.25, 0.5]}\nreplicates: 2\n";
    private static final String NOISE = "corruption: {label_noise: {kind: symmetric, rate: 0.25}}\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private void run(String out, String rest) throws IOException {
        cli.tiny("tiny", rest);
        var answer = cli.run("tiny", out);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
    }

    private List<String> column(String file, String column) throws IOException {
        return cli.column(file, column);
    }

    @Test
    void dosesAskedAndRealisedStandInEveryRun() throws IOException {
        run("out", NOISE + RATES);
        assertThat(column("out/runs.csv", "train_label_noise_asked"))
                .containsExactly("0.0", "0.0", "0.25", "0.25", "0.5", "0.5");
        assertThat(column("out/runs.csv", "train_label_noise_realised"))
                .containsExactly("0.0", "0.0", "0.25", "0.25", "0.5", "0.5");
        assertThat(column("out/runs.csv", "validation_label_noise_realised"))
                .containsExactly("0.0", "0.0", "0.25", "0.25", "0.5", "0.5");
        assertThat(cli.rows("out/runs.csv").getFirst()).doesNotContain("test_label_noise_realised");
    }

    @Test
    void cleanLabelsAreScoredBesideTheOthers() throws IOException {
        run("out", NOISE + RATES);
        var splits = column("out/epochs.csv", "split");
        var runs = column("out/epochs.csv", "run");
        var loss = column("out/epochs.csv", "loss");
        var clean = column("out/epochs.csv", "clean_loss");
        for (int row = 0; row < splits.size(); row++) {
            boolean noisy =
                    Integer.parseInt(runs.get(row)) >= 2 && !splits.get(row).equals("test");
            assertThat(clean.get(row).equals(loss.get(row))).as("row %s", row).isEqualTo(!noisy);
        }
        assertThat(column("out/runs.csv", "clean_test_loss")).isEqualTo(column("out/runs.csv", "test_loss"));
        assertThat(column("out/runs.csv", "clean_validation_loss"))
                .isNotEqualTo(column("out/runs.csv", "validation_loss"));
        assertThat(cli.rows("out/runs.csv").getFirst()).contains("clean_validation_min_loss", "clean_train_spearman");
    }

    /** Quartiles of one value are the value. */
    @Test
    void curvesHaveTheCleanLabelsWhereLabelsAreCorrupted() throws IOException {
        run("out", NOISE);
        assertThat(column("out/curves.csv", "clean_loss_median")).isEqualTo(column("out/epochs.csv", "clean_loss"));
        assertThat(column("out/curves.csv", "clean_accuracy_mean"))
                .isEqualTo(column("out/epochs.csv", "clean_accuracy"));
        run("plain", "");
        assertThat(cli.rows("plain/curves.csv").getFirst()).noneMatch(column -> column.startsWith("clean_"));
    }

    @Test
    void examplesHaveTheirCleanLabelWhereLabelsAreCorrupted() throws IOException {
        String record = "record: {examples: true}\n";
        run("out", NOISE + record);
        var group = column("out/examples.csv", "group");
        var label = column("out/examples.csv", "label");
        var clean = column("out/examples.csv", "clean_label");
        for (int row = 0; row < group.size(); row++) {
            assertThat(!label.get(row).equals(clean.get(row)))
                    .isEqualTo(group.get(row).equals("mislabelled"));
        }
        run("plain", record);
        assertThat(column("plain/examples.csv", "label")).isEqualTo(clean);
        assertThat(cli.rows("plain/examples.csv").getFirst()).doesNotContain("clean_label");
    }

    private double operations() {
        var scenario = ScenarioFile.read(cli.path("tiny.yaml"), Overrides.NONE);
        return Planner.plan(scenario, new DataProvider(new DataCatalog(folder, folder)))
                .operations();
    }

    /** (24 + 8) examples, or the 24 of train alone, 5 evaluations, 2 operations for each of 17 parameters and 10 more. */
    @Test
    void thePlanCountsThePassOverCleanLabels() throws IOException {
        cli.tiny("tiny", "");
        double plain = operations();
        cli.tiny("tiny", NOISE);
        assertThat(operations() - plain).isEqualTo(2.0 * 32 * 5 * (17 + 10));
        cli.tiny("tiny", NOISE + "factors: {where: {both: {}, train: {corruption.label_noise.splits: [train]}}}\n");
        assertThat(operations() - 2 * plain).isEqualTo(2.0 * (32 + 24) * 5 * (17 + 10));
    }

    /** Half of 24 labels flipped: what is right on the flipped half is wrong on the clean labels of two classes. */
    @Test
    void accuraciesOnBothLabelsDifferByTheFlips() throws IOException {
        run("out", NOISE.replace("0.25", "1.0") + "replicates: 3\n");
        var accuracy = column("out/runs.csv", "train_accuracy");
        var clean = column("out/runs.csv", "clean_train_accuracy");
        for (int run = 0; run < 3; run++) {
            assertThat(Double.parseDouble(accuracy.get(run)) + Double.parseDouble(clean.get(run)))
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void corruptingChangesNoBitOfARunWithoutNoise() throws IOException {
        run("plain", "replicates: 2\n");
        run("noisy", NOISE + RATES);
        for (String column : cli.rows("plain/runs.csv").getFirst()) {
            if (!column.equals("run") && !column.equals("cell")) {
                assertThat(column("noisy/runs.csv", column).subList(0, 2))
                        .as(column)
                        .isEqualTo(column("plain/runs.csv", column));
            }
        }
        assertThat(cli.rows("plain/epochs.csv").getFirst()).doesNotContain("clean_loss");
        assertThat(cli.rows("plain/runs.csv").getFirst()).noneMatch(column -> column.startsWith("clean_"));
    }

    @Test
    void mislabelledExamplesAreAGroupOfTheirOwn() throws IOException {
        run("out", NOISE + "record: {examples: true, attribution: {every: 2}}\n");
        assertThat(column("out/examples.csv", "group").stream().filter("mislabelled"::equals))
                .hasSize(6 + 2);
        assertThat(column("out/attribution.csv", "group")).contains("mislabelled", "clean");
    }

    @Test
    void aMapThatNamesNoClassIsReportedWithItsPlace() throws IOException {
        cli.tiny("tiny", "corruption: {label_noise: {kind: pair, rate: 0.1, map: {a: b}}}\n");
        var answer = cli.run("tiny", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("tiny.yaml:6:51: corruption.label_noise.map: names 'a', which is no class; the data's classes"
                        + " are [0, 1]");
    }

    @Test
    void everyMechanismAtOnceLeavesItsDosesAndItsGroups() throws IOException {
        run("out", """
            corruption:
              duplicates: {copies: 2, share: 0.5}
              shift: {kind: mean, intensity: 1}
              feature_noise: {share: 0.25, sd: 1}
              outliers: {kind: leverage, share: 0.125, distance: 9}
              label_noise: {kind: instance, rate: 0.25}
            record: {examples: true}
            """);
        assertThat(column("out/runs.csv", "train_outliers_realised")).containsExactly("0.125");
        assertThat(column("out/runs.csv", "train_feature_noise_realised")).containsExactly("0.25");
        assertThat(column("out/runs.csv", "train_duplicates_realised")).containsExactly("0.25");
        assertThat(column("out/runs.csv", "test_shift_realised")).containsExactly("1.0");
        assertThat(column("out/runs.csv", "train_label_noise_realised")).containsExactly("0.25");
        assertThat(column("out/runs.csv", "train_loss_floor")).hasSize(1);
        assertThat(column("out/examples.csv", "group")).contains("mislabelled", "outlier", "duplicate");
        assertThat(cli.rows("out/runs.csv").getFirst()).doesNotContain("train_shift_asked", "test_outliers_asked");
    }

    /** Every second group of two has both labels: the floor is half of ln 2, whatever is trained. */
    @Test
    void theFloorOfDuplicatesIsNeverUndercut() throws IOException {
        run("out", "corruption: {duplicates: {copies: 2, share: 0.5}}\nreplicates: 3\n");
        assertThat(column("out/runs.csv", "train_accuracy_ceiling")).containsOnly("0.75");
        for (String loss : column("out/runs.csv", "train_loss")) {
            assertThat(Double.parseDouble(loss)).isGreaterThan(StrictMath.log(2) / 2);
        }
    }

    @Test
    void imbalanceOfAGeneratorNeedsANumber() throws IOException {
        cli.tiny("tiny", "");
        var missing = cli.run("tiny", "out", "--set", "data.imbalance={kind: linear, ratio: 2}");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("data.imbalance.examples: is missing; a generator draws");
        var tooFew = cli.run("tiny", "out", "--set", "data.imbalance={kind: linear, ratio: 2, examples: 30}");
        assertThat(tooFew.exitCode()).isEqualTo(2);
        assertThat(tooFew.err()).contains("data.train");
    }

    @Test
    void imbalanceLeavesItsDoseInEverySplit() throws IOException {
        cli.tiny("tiny", "");
        var answer = cli.run(
                "tiny",
                "out",
                "--set",
                "data.source={kind: xor, examples: 200}",
                "--set",
                "data.imbalance={kind: minority, share: 0.125, class: 1, examples: 40}");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(column("out/runs.csv", "train_imbalance_realised")).containsExactly("0.125");
        assertThat(column("out/runs.csv", "test_imbalance_realised")).containsExactly("0.125");
    }

    @Test
    void whatCannotBeHadNamesWhatCan() throws IOException {
        cli.tiny("tiny", "corruption: {outliers: {kind: label, share: 0.5, copies: 4}}\n");
        var answer = cli.run("tiny", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("tiny.yaml:6:", "corruption.outliers.share: asks for 12 outliers", "at most 0.25");
    }

    /** The last 30 irises are of one class: no outlier has another class to join, nothing can be copied, and train lacks a class. */
    @Test
    void whatTheClassesOfASplitDoNotAllowIsToldBeforeAnythingIsTrained() throws IOException {
        cli.tiny("tiny", "");
        String[] last = {"--set", "data={source: iris, split: last, validation: 30}"};
        var outliers = cli.run(
                "tiny",
                "out",
                last[0],
                last[1],
                "--set",
                "corruption.outliers={kind: label, share: 0.1, copies: 3, splits: [validation]}");
        assertThat(outliers.exitCode()).isEqualTo(2);
        assertThat(outliers.err()).contains("corruption.outliers.share: asks for 3 outliers among 30", "at most 0 can");
        var shift = cli.run(
                "tiny",
                "out",
                last[0],
                last[1],
                "--set",
                "corruption.shift={kind: prior, intensity: 0.5, class: setosa}");
        assertThat(shift.exitCode()).isEqualTo(2);
        assertThat(shift.err())
                .contains("corruption.shift.class: class 'setosa' has no example in a split to be shifted");
        var balanced = cli.run(
                "tiny",
                "out",
                "--set",
                "data={source: iris, split: last, validation: 60}",
                "--set",
                "training.class_weights=balanced");
        assertThat(balanced.exitCode()).isEqualTo(2);
        assertThat(balanced.err())
                .contains("training.class_weights: balanced class weights need every class in the train split and"
                        + " 'virginica' is absent");
    }

    /** What clean labels say of a noisy split is, to the bit, what is said of the split where it has no noise. */
    @Test
    void everyMeasureOnCleanLabelsIsThatOfTheCleanSplit() throws IOException {
        String noise = "corruption: {label_noise: {kind: pair, rate: 0.5, splits: [train, validation]}}\n";
        String more = "record: {examples: true, measures: all}\nreplicates: 3\n";
        run("both", noise + more);
        run("train", noise.replace(", validation", "") + more);
        var both = cli.rows("both/runs.csv").getFirst();
        int compared = 0;
        for (String column : cli.rows("train/runs.csv").getFirst()) {
            if (column.startsWith("validation_") && both.contains("clean_" + column)) {
                assertThat(column("both/runs.csv", "clean_" + column))
                        .as(column)
                        .isEqualTo(column("train/runs.csv", column));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void newtonScoresCleanLabelsToo() throws IOException {
        cli.tiny("tiny", NOISE);
        var answer = cli.run(
                "tiny",
                "out",
                "--set",
                "model={kind: logistic}",
                "--set",
                "training={optimizer: {kind: newton}, penalty: {l2: 0.1}}");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(column("out/runs.csv", "clean_train_loss")).isNotEqualTo(column("out/runs.csv", "train_loss"));
        assertThat(column("out/runs.csv", "clean_test_loss")).isEqualTo(column("out/runs.csv", "test_loss"));
    }
}
