package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.training.TestResults.assertSameBits;
import static tandem.training.TestResults.curve;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Initializer;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;

/** A run that becomes non-finite ends there, alone. */
final class DivergenceTest {
    private static final double LN_2 = StrictMath.log(2);

    private static TestRun mlp() {
        return TestRun.of(ModelKind.MLP, TestData.gaussian(4, 3, 38, 11, 3))
                .hidden(Activation.RELU, 6)
                .from(new Start.Drawn(Initializer.GLOROT_UNIFORM))
                .batch(5);
    }

    private static void assertDisturbsNobody(TestRun calm, TestRun wild, Kernels kernels) {
        assertThat(wild.train().trajectory().divergedEpoch()).isPresent();
        assertThat(calm.train().trajectory().divergedEpoch()).isEmpty();
        int lanes = kernels.lanes();
        for (int lane = 0; lane < lanes; lane++) {
            var pack = new TestRun[lanes];
            Arrays.fill(pack, calm);
            pack[lane] = wild;
            var results =
                    PackTrainer.train(Arrays.stream(pack).map(TestRun::input).toList(), kernels);
            for (int other = 0; other < lanes; other++) {
                assertSameBits(other == lane ? wild.train() : calm.train(), results.get(other));
            }
        }
    }

    @Test
    void aDivergingNeighbourDisturbsNobody() {
        var calm = mlp().with(new Optimizer.Sgd(0.1), 4);
        var wild = mlp().with(new Optimizer.Sgd(1e200), 4);
        assertDisturbsNobody(calm, wild, Kernels.scalar(3));
        assertDisturbsNobody(calm, wild, Kernels.vector());
    }

    @Test
    void aNeighbourThatNeverBeginsDisturbsNobody() {
        var calm = mlp().with(new Optimizer.Sgd(0.1), 2);
        double[] huge = new double[calm.architecture().parameterCount()];
        Arrays.fill(huge, 1e308);
        assertDisturbsNobody(calm, calm.from(huge), Kernels.scalar(2));
    }

    /**
     * One example of features 0: the penalty alone moves w, each step by the factor 1 - 2 l2 rate = -1e60. At 1e180 its square, and so the penalty and the
     * weight norm, is no double any more.
     */
    @Test
    void aRunKeepsItsFinitePartAndTheEpochAfterIt() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {0}, 1))
                .withoutBias()
                .from(1.0)
                .with(new Penalty(0.5, 0, false))
                .with(new Optimizer.Sgd(1e60), 20);
        var trajectory = run.train().trajectory();
        assertThat(trajectory.divergedEpoch()).hasValue(3);
        assertThat(trajectory.length()).isEqualTo(3);
        assertThat(trajectory.weightNorm()).containsExactly(1, 1e60, 1e60 * 1e60);
        assertThat(trajectory.penalty()).hasSize(3);
        assertThat(trajectory.gradientNorm()).containsExactly(0, 1, 1e60);
        assertThat(curve(run.train(), Split.TRAIN).loss()).containsExactly(LN_2, LN_2, LN_2);
        assertThat(curve(run.train(), Split.TRAIN).correct()).hasSize(3);
    }

    /** The sum of squares of 1e200 overflows, and a factor of 0 takes no part in the penalty; 0.5 x 1e200 does. */
    @Test
    void squaresThatNobodyPenalisesDoNotMakeARunDiverge() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {0}, 1))
                .withoutBias()
                .from(1e200)
                .with(new Penalty(0, 0.5, false))
                .with(new Optimizer.Sgd(0.1), 1);
        assertThat(run.train().trajectory().divergedEpoch()).isEmpty();
        assertThat(run.train().trajectory().penalty()).containsExactly(5e199, 5e199);
    }

    @Test
    void everyValueOfTheFinitePartIsFinite() {
        for (double rate : new double[] {1e10, 1e50, 1e100, 1e150, 1e200, 1e300}) {
            var result = mlp().with(new Optimizer.Sgd(rate), 6)
                    .with(new Penalty(1e-3, 1e-3, true))
                    .train();
            var trajectory = result.trajectory();
            assertThat(trajectory.objective()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            assertThat(trajectory.penalty()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            assertThat(trajectory.weightNorm()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            assertThat(trajectory.gradientNorm()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            for (var split : trajectory.splits().keySet()) {
                assertThat(curve(result, split).loss())
                        .hasSameSizeAs(trajectory.objective())
                        .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            }
        }
    }

    @Test
    void theFinitePartDoesNotDependOnHowLongARunWasToTrain() {
        var wild = mlp().with(new Optimizer.Sgd(50), 1);
        var longer = mlp().with(new Optimizer.Sgd(1e100), 30).train();
        int diverged = longer.trajectory().divergedEpoch().orElseThrow();
        var shorter = mlp().with(new Optimizer.Sgd(1e100), diverged).train();
        assertThat(shorter.trajectory().divergedEpoch()).hasValue(diverged);
        assertThat(shorter.trajectory().objective())
                .containsExactly(longer.trajectory().objective());
        assertThat(wild.train().trajectory().divergedEpoch()).isEmpty();
    }

    /** x = 10 and w = 1e308: z is infinite, and so is the loss of class 0. */
    @Test
    void aRunMayDivergeBeforeItsFirstUpdate() {
        for (var optimizer : List.of(new Optimizer.None(), new Optimizer.Sgd(1))) {
            var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {10}, 0))
                    .withoutBias()
                    .from(1e308)
                    .with(optimizer, optimizer instanceof Optimizer.None ? 0 : 3);
            var trajectory = run.train().trajectory();
            assertThat(trajectory.divergedEpoch()).hasValue(0);
            assertThat(trajectory.length()).isZero();
            assertThat(curve(run.train(), Split.TRAIN).loss()).isEmpty();
            assertThat(curve(run.train(), Split.TRAIN).exampleCount()).isEqualTo(1);
        }
    }

    @Test
    void aLossOfTheValidationSplitAloneEndsARunToo() {
        var names = TestData.line(2, new double[] {1}, 0).classNames();
        var splits = ImmutableMap.of(
                Split.TRAIN, new Examples(1, new double[] {0}, new int[] {0}),
                Split.VALIDATION, new Examples(1, new double[] {1e300}, new int[] {0}));
        var run =
                TestRun.of(ModelKind.LOGISTIC, new PreparedData(names, splits)).from(1e10, 0);
        assertThat(run.train().trajectory().divergedEpoch()).hasValue(0);
    }

    /** w = 2 * 1e308 overflows in the first step. */
    @Test
    void anInfiniteParameterEndsARunThoughItsLossIsFinite() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {4}, 1))
                .withoutBias()
                .with(new Optimizer.Sgd(1e308), 3);
        var trajectory = run.train().trajectory();
        assertThat(trajectory.divergedEpoch()).hasValue(1);
        assertThat(trajectory.length()).isEqualTo(1);
    }

    /** sqrt(1e200^2 + 0): the square alone is infinite. */
    @Test
    void weightsWhoseSquaresOverflowHaveANorm() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.line(2, new double[] {-1, 1}, 0, 1))
                .from(new Start.Line(1e200, 0));
        var trajectory = run.train().trajectory();
        assertThat(trajectory.divergedEpoch()).isEmpty();
        assertThat(trajectory.weightNorm()).containsExactly(1e200);
    }
}
