package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published runs of the library against independent simulations in NumPy, which drew other numbers. Two means are compared: they may differ by four
 * standard errors of their difference, the standard deviation over replicates taken from our runs, plus half a unit of the last digit given. Ours
 * stands beside the expected value.
 */
final class LibraryFiguresTest {

    /** One logit, nine labels to one, per-example SGD, 20 seeds and 250 epochs in NumPy; mean over epochs. */
    @ParameterizedTest
    @CsvSource({
        // rate, clipping, column, NumPy, rounding; beside it ours
        "0.1, none, train_loss, 0.3251, 0.00005", // 0.3251
        "3.0, none, train_late_mean_loss, 0.3568, 0.00005", // 0.3574
        "3.0, none, train_late_min_accuracy, 0.9, 0", // 0.9
        "5.0, none, train_late_mean_loss, 0.4447, 0.00005", // 0.4455
        "5.0, none, train_late_mean_accuracy, 0.8144, 0.0004", // 0.8151: 10.7 % of the epochs at 0.1
        "0.1, {norm: 0.5}, train_loss, 0.3402, 0.00005", // 0.3402
        "5.0, {norm: 0.5}, train_late_mean_loss, 0.3719, 0.00005", // 0.3723
        "5.0, {norm: 0.5}, train_late_min_accuracy, 0.9, 0", // 0.9
        "5.0, {norm: 0.1}, train_late_mean_loss, 0.46, 0.005", // 0.4642
    })
    void oneOutlierOfTen(String rate, String clip, String column, double expected, double rounding) throws IOException {
        var runs = Grid.published("outlier-steps")
                .where("training.optimizer.learning_rate", rate)
                .where("training.clip", clip);
        assertCompatible(runs.column(column), expected, rounding, 20);
    }

    /** Four hundred examples, four of them outliers at a distance of 20, with clipping at 0.1 or without outliers; the others depend on the batch. */
    @ParameterizedTest
    @CsvSource({
        "clean, 0.9307", // 0.9319
        "clip-0.1, 0.9308", // 0.9309
        "network-clip-0.1, 0.9282", // 0.9264
    })
    void clippedOutliersCostNothing(String name, double expected) throws IOException {
        var runs = Grid.published("leverage-dips").where("case", name);
        assertCompatible(runs.column("validation_late_min_accuracy"), expected, 0.00005, 20);
    }

    /** Two normal classes, 2000 examples, 10 seeds in NumPy. */
    @ParameterizedTest
    @CsvSource({
        "0.1, none, validation_loss, 0.187, 0.0005", // 0.1865
        "0.1, none, validation_accuracy, 0.928, 0.0005", // 0.9298
        "0.1, none, validation_balanced_accuracy, 0.719, 0.0005", // 0.7166
        "0.1, balanced, validation_loss, 0.363, 0.0005", // 0.3584
        "0.1, balanced, validation_accuracy, 0.842, 0.0005", // 0.8449
        "0.1, balanced, validation_balanced_accuracy, 0.840, 0.0005", // 0.8405
        "0.02, none, validation_loss, 0.0635, 0.00005", // 0.0687
        "0.02, none, validation_accuracy, 0.982, 0.0005", // 0.9809
        "0.02, none, validation_balanced_accuracy, 0.568, 0.0005", // 0.5274
        "0.02, balanced, validation_loss, 0.363, 0.0005", // 0.3542
        "0.02, balanced, validation_accuracy, 0.831, 0.0005", // 0.8471
        "0.02, balanced, validation_balanced_accuracy, 0.836, 0.0005", // 0.8387
    })
    void unequalClasses(String share, String weights, String column, double expected, double rounding)
            throws IOException {
        var runs = Grid.published("imbalance-class-weights")
                .where("data.imbalance.share", share)
                .where("training.class_weights", weights);
        assertCompatible(runs.column(column), expected, rounding, 10);
    }

    /** Forty prototypes, ten near copies of each, in NumPy once; so the spread of one run is that of ours. */
    @ParameterizedTest
    @CsvSource({
        "train_accuracy, 0.994, 0.0005", // 0.990
        "validation_min_loss, 0.386, 0.0005", // 0.382
        "validation_min_loss_epoch, 14, 0.5", // 19.6
        "validation_accuracy, 0.750, 0.0005", // 0.741
        "validation_loss, 1.114, 0.0005", // 0.929, and 1.13 after 400 epochs
    })
    void nearDuplicates(String column, double expected, double rounding) throws IOException {
        var runs = Grid.published("near-duplicates").where("model.hidden", "[256]");
        assertCompatible(runs.column(column), expected, rounding, 1);
    }

    /** Softmax regression on the digits, {@code mean CE + c |W|^2}, by L-BFGS (scipy.optimize.minimize) on pixels as shares of 16, which are 11 times
     * less variable: so only the ends, where the scale hardly matters, can be compared. */
    @ParameterizedTest
    @CsvSource({"10.0, 2.206, 0.01", "100.0, 2.289, 0.01"}) // 2.2107, 2.2930
    void strongPenaltiesLeaveThePrior(String coefficient, double expected, double tolerance) throws IOException {
        var runs = Grid.published("penalty-decades").where("training.penalty.l2", coefficient);
        assertCompatible(runs.column("train_loss"), expected, tolerance, 1);
    }

    private static void assertCompatible(double[] ours, double expected, double rounding, int theirs) {
        assertThat(ours).hasSizeGreaterThan(1).doesNotContain(Double.NaN);
        double error = Math.sqrt(StatUtils.variance(ours) * (1.0 / ours.length + 1.0 / theirs));
        double most = 4 * error + rounding + 1e-12;
        assertThat(StatUtils.mean(ours)).isBetween(expected - most, expected + most);
    }
}
