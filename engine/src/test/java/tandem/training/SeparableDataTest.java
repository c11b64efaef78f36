package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.training.TestResults.curve;

import com.google.common.collect.ImmutableMap;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Optimizer;

/**
 * Gradient descent on separable data: {@code w(t) ~ w_hat ln t}, a train loss {@code ~ 1/t}, a validation loss that grows with ln t.
 *
 * @see "Soudry et al. (2018), The implicit bias of gradient descent on separable data, theorem 3"
 */
final class SeparableDataTest {
    private static final int EPOCHS = 100_000;

    /** Four support vectors, w_hat = (0.5, 0.5); validated on examples of class 1 at w_hat x = -1 and 2. */
    private static RunResult train() {
        double[] points = {0.5, 1.5, 1.5, 0.5, -0.5, -1.5, -1.5, -0.5};
        var examples = new Examples(2, points, new int[] {1, 1, 0, 0});
        var validation = new Examples(2, new double[] {-1, -1, 2, 2}, new int[] {1, 1});
        var data = new PreparedData(
                TestData.of(2, examples).classNames(),
                ImmutableMap.of(Split.TRAIN, examples, Split.VALIDATION, validation));
        // The points' largest singular value is sqrt(8): eigenvalues of [[5, 3], [3, 5]] are 8 and 2.
        return TestRun.of(ModelKind.LOGISTIC, data)
                .withoutBias()
                .with(new Optimizer.Sgd(1 / Math.sqrt(8)), EPOCHS)
                .train();
    }

    /** Least squares over t = 1000 .. 100000, a hundred points evenly spread on ln t. */
    private static double slopeOnLogTime(IntToDoubleFunction value) {
        var regression = new SimpleRegression();
        for (int i = 0; i < 100; i++) {
            int t = (int) Math.round(1000 * StrictMath.pow(100, i / 99.0));
            regression.addData(StrictMath.log(t), value.applyAsDouble(t));
        }
        return regression.getSlope();
    }

    @Test
    void theNormGrowsWithTheLogarithmOfTimeAndTheLossesFallAndRise() {
        var result = train();
        double[] norm = result.trajectory().weightNorm();
        double[] loss = curve(result, Split.TRAIN).loss();
        assertThat(slopeOnLogTime(t -> norm[t])).isCloseTo(Math.sqrt(0.5), Percentage.withPercentage(1));
        assertThat(slopeOnLogTime(t -> StrictMath.log(loss[t]))).isCloseTo(-1, Percentage.withPercentage(1));
        assertThat(result.parameters()[0]).isEqualTo(result.parameters()[1]);
        assertThat(curve(result, Split.TRAIN).correct()[1]).isEqualTo(4);
        assertThat(curve(result, Split.TRAIN).correct()[EPOCHS]).isEqualTo(4);
        // E[max(0, -y w_hat x)] a unit of ln t: (1 + 0) / 2; the accuracy stays
        double[] validated = curve(result, Split.VALIDATION).loss();
        assertThat(slopeOnLogTime(t -> validated[t])).isCloseTo(0.5, Percentage.withPercentage(1));
        assertThat(curve(result, Split.VALIDATION).correct()[EPOCHS]).isEqualTo(1);
    }
}
