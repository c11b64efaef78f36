package tandem.golden;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Symmetric label noise against an independent simulation in NumPy of 3 seeds: digits, 900 to learn, 64 hidden units, Adam
 * 0.002, 200 epochs. It names neither batch size nor scaling; batches of 32 and pixels divided by 16 give its figures.
 * Standardized pixels, as in the bundled scenarios, are learnt by heart about three times as fast.
 */
@Tag("proofs")
final class NoiseFiguresProof {
    private static final int THEIR_RUNS = 3;

    private static final List<String> MEASURES =
            List.of("min_loss", "min_loss_epoch", "loss", "accuracy", "max_accuracy", "max_accuracy_epoch");

    private static final String SCENARIO = """
        name: noise-figures
        question: How do loss and accuracy on noisy and on clean labels go on for 200 epochs?
        data: {source: digits-16.csv, train: 900, validation: 447, standardize: none}
        corruption:
          label_noise: {kind: symmetric, rate: 0}
        model: {kind: mlp, hidden: [64]}
        training:
          loss: {kind: cross_entropy}
          optimizer: {kind: adam, learning_rate: 0.002}
          batch_size: 32
          epochs: 200
        factors:
          corruption.label_noise.rate: [0, 0.2, 0.4]
          training.loss.label_smoothing: [0, 0.2]
        exclude:
          - {corruption.label_noise.rate: 0, training.loss.label_smoothing: 0.2}
        replicates: 8
        record: {measures: [min_loss, min_loss_epoch, max_accuracy, max_accuracy_epoch]}
        """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        var digits = Files.readAllLines(Path.of("../scenarios/data/digits.csv"));
        var scaled = digits.stream().skip(1).map(NoiseFiguresProof::scaled);
        Files.write(
                folder.resolve("digits-16.csv"),
                Stream.concat(digits.stream().limit(1), scaled).toList());
        Path file = Files.writeString(folder.resolve("noise-figures.yaml"), SCENARIO);
        Regenerated.run(file.toString(), folder.resolve("out"));
    }

    private static String scaled(String row) {
        var fields = Splitter.on(',').splitToList(row);
        return fields.stream()
                        .limit(fields.size() - 1)
                        .map(pixel -> Double.toString(Double.parseDouble(pixel) / 16))
                        .collect(Collectors.joining(","))
                + "," + fields.getLast();
    }

    @ParameterizedTest
    @CsvSource({
        // rate, smoothing, split; least loss and its epoch, last loss, last accuracy, best accuracy and its epoch where
        // the simulation says them; beside them ours
        "0.0, 0.0, validation, 0.089 78 0.109 0.975 0.978 82", // 0.107 88 0.130 0.969 0.974 84
        "0.2, 0.0, validation, 1.147 20 1.828 0.671", // 1.163 21 1.952 0.670
        "0.2, 0.0, clean_validation, 0.401 47 0.529 0.836 0.950 19", // 0.412 69 0.560 0.833 0.946 27
        "0.2, 0.2, validation, 1.140 50 1.253 0.709", // 1.159 47 1.274 0.701
        "0.2, 0.2, clean_validation, 0.572 77 0.627 0.883 0.957 32", // 0.589 101 0.650 0.870 0.953 36
        "0.4, 0.0, validation, 1.745 13 2.804 0.422", // 1.749 15 2.731 0.420
        "0.4, 0.0, clean_validation, 0.726 41 1.059 0.680 0.927 16", // 0.745 47 1.004 0.682 0.917 18
        "0.4, 0.2, validation, 1.733 23 2.062 0.439", // 1.735 26 2.066 0.433
        "0.4, 0.2, clean_validation, 0.895 52 1.057 0.711 0.931 18", // 0.907 59 1.034 0.719 0.919 21
    })
    void curvesOfLossAndAccuracyAreThoseOfAnIndependentSimulation(
            String rate, String smoothing, String split, String figures) throws IOException {
        var runs = cell(rate, smoothing);
        var expected = Splitter.on(' ').splitToList(figures);
        for (int i = 0; i < expected.size(); i++) {
            String measure = MEASURES.get(i);
            double rounding = measure.endsWith("epoch") ? 0.5 : 0.0005;
            assertSameMean(runs, split + "_" + measure, Double.parseDouble(expected.get(i)), rounding);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // rate, smoothing, last loss and accuracy of the train split on its noisy labels
        "0.0, 0.0, 0.001, 1.000", // 0.0005, 1.000
        "0.2, 0.0, 0.245, 0.934", // 0.229, 0.943
        "0.2, 0.2, 0.458, 0.926", // 0.454, 0.931
        "0.4, 0.0, 0.545, 0.847", // 0.542, 0.848
        "0.4, 0.2, 0.706, 0.859", // 0.701, 0.854
    })
    void wrongLabelsAreLearntByHeartAsInAnIndependentSimulation(
            String rate, String smoothing, double loss, double accuracy) throws IOException {
        assertSameMean(cell(rate, smoothing), "train_loss", loss, 0.0005);
        assertSameMean(cell(rate, smoothing), "train_accuracy", accuracy, 0.0005);
    }

    private static Grid cell(String rate, String smoothing) throws IOException {
        return Grid.of(folder.resolve("out"), "runs.csv")
                .where("corruption.label_noise.rate", rate)
                .where("training.loss.label_smoothing", smoothing);
    }

    private static void assertSameMean(Grid runs, String column, double expected, double rounding) {
        OtherSeeds.assertSameMean(runs.column(column), expected, rounding, THEIR_RUNS);
    }
}
