package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * keras-iris against an independent implementation of the same network in NumPy (20 seeds, Glorot uniform, Adam 0.0005, batches of 5). It drew other
 * numbers, so two means of 20 runs are compared: they may differ by four standard errors of a difference of two such means, the standard deviation
 * over replicates taken from our runs, plus half a unit of the last digit of the independent figure.
 */
final class KerasIrisFiguresTest {
    private static final int REPLICATES = 20;

    @ParameterizedTest
    @CsvSource({
        // split, part, the mean of the 20 runs of NumPy; beside it ours
        "last, train_loss, 0.076, 0.0005", // 0.0721
        "last, train_accuracy, 0.985, 0.0005", // 0.9867
        "last, validation_loss, 0.295, 0.0005", // 0.2898
        "last, validation_accuracy, 0.882, 0.0005", // 0.9000
        "stratified, train_loss, 0.098, 0.0005", // 0.0962
        "stratified, train_accuracy, 0.969, 0.0005", // 0.9704
        "stratified, validation_loss, 0.124, 0.0005", // 0.1126
        "stratified, validation_accuracy, 0.955, 0.0005", // 0.9617
        "last, train_plateau_share, 0.79, 0.005", // 0.808
        "last, validation_plateau_share, 0.85, 0.005", // 0.857
        "stratified, train_plateau_share, 0.76, 0.005", // 0.781
        "stratified, validation_plateau_share, 0.90, 0.005", // 0.912
        "last, train_spearman, -0.97, 0.005", // -0.946
        "stratified, train_spearman, -0.97, 0.005", // -0.976
    })
    void theMeansAreThoseOfAnIndependentImplementation(String split, String column, double expected, double rounding)
            throws IOException {
        double[] values = Grid.runs("keras-iris").where("data.split", split).column(column);
        assertCompatible(values, expected, rounding);
    }

    @ParameterizedTest
    @CsvSource({
        // split, part, share of steps with falling loss, share with loss and accuracy moving the same way; beside them
        // ours
        "last, train, 1.00, 0.034", // 1.00, 0.027
        "last, validation, 0.71, 0.015", // 0.70, 0.012
        "stratified, train, 1.00, 0.035", // 1.00, 0.033
        "stratified, validation, 0.96, 0.016", // 0.97, 0.015
    })
    void theStepsAreThoseOfAnIndependentImplementation(String split, String part, double falling, double discordant)
            throws IOException {
        assertCompatible(steps(split, part, KerasIrisFiguresTest::fallingShare), falling, 0.005);
        assertCompatible(steps(split, part, KerasIrisFiguresTest::discordantShare), discordant, 0.0005);
    }

    @Test
    void accuracyAndLossStepsAreLooselyTied() throws IOException {
        // NumPy: -0.35; ours -0.377 and -0.356.
        for (String split : new String[] {"last", "stratified"}) {
            assertCompatible(steps(split, "train", KerasIrisFiguresTest::spearmanOfSteps), -0.35, 0.005);
        }
    }

    private static void assertCompatible(double[] values, double expected, double rounding) {
        assertThat(values).hasSize(REPLICATES);
        OtherSeeds.assertSameMean(values, expected, rounding, REPLICATES);
    }

    /** The steps of one run: change of loss, change of correct examples, from epoch 1 on. */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    private record Steps(double[] loss, double[] correct) {}

    private static double[] steps(String split, String part, ToDoubleFunction<Steps> measure) throws IOException {
        double[] runs = Grid.runs("keras-iris").where("data.split", split).column("run");
        var epochs = Grid.epochs("keras-iris").where("split", part);
        return Arrays.stream(runs)
                .map(run -> {
                    var rows = epochs.where("run", Long.toString((long) run));
                    return measure.applyAsDouble(
                            new Steps(differences(rows.column("loss")), differences(rows.column("correct"))));
                })
                .toArray();
    }

    private static double[] differences(double[] values) {
        return IntStream.range(2, values.length)
                .mapToDouble(i -> values[i] - values[i - 1])
                .toArray();
    }

    private static double fallingShare(Steps steps) {
        return Arrays.stream(steps.loss).filter(step -> step < 0).count() / (double) steps.loss.length;
    }

    private static double discordantShare(Steps steps) {
        long same = IntStream.range(0, steps.loss.length)
                .filter(i -> steps.loss[i] * steps.correct[i] > 0)
                .count();
        return same / (double) steps.loss.length;
    }

    private static double spearmanOfSteps(Steps steps) {
        return new SpearmansCorrelation().correlation(steps.loss, steps.correct);
    }
}
