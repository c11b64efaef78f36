package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tandem.training.TestResults.assertSameBits;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Initializer;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Penalty;

/** A run gives the same bits whatever its lane, its neighbours and the number of lanes. */
final class InvarianceTest {
    private static final List<Initializer> INITIALIZERS = List.of(
            Initializer.GLOROT_UNIFORM, Initializer.HE_NORMAL, Initializer.GLOROT_NORMAL, Initializer.HE_UNIFORM);

    private static ClassWeights weights(int first, int second, int third) {
        return new ClassWeights.Given(ImmutableMap.of("0", (double) first, "1", (double) second, "2", (double) third));
    }

    /** Five runs that differ in all that may differ within a pack. */
    private static List<TestRun> differing(Optimizer[] optimizers, Clip[] clips) {
        var runs = new ArrayList<TestRun>();
        for (int r = 0; r < 5; r++) {
            runs.add(TestRun.of(ModelKind.MLP, TestData.gaussian(4, 3, 38, 11, 30 + r))
                    .hidden(Activation.TANH, 5)
                    .from(new Start.Drawn(INITIALIZERS.get(r % INITIALIZERS.size())))
                    .with(optimizers[r % optimizers.length], 4)
                    .batch(8)
                    .with(new Penalty(0.01 * r, 0.02 / (r + 1), true))
                    .with(clips[r % clips.length])
                    .with(weights(1, r, 3))
                    .withStreams(r, 70 + r / 2));
        }
        return runs;
    }

    static Stream<List<TestRun>> packs() {
        var adam = new Optimizer[] {
            new Optimizer.Adam(0.01, 0.9, 0.999, 1e-7, AdamForm.KERAS),
            new Optimizer.Adam(0.05, 0.8, 0.9, 1e-8, AdamForm.PYTORCH)
        };
        var sgd = new Optimizer[] {new Optimizer.Sgd(0.1), new Optimizer.Sgd(0.01)};
        var momentum = new Optimizer[] {new Optimizer.Momentum(0.1, 0.9), new Optimizer.Momentum(0.01, 0.5)};
        var byNorm = new Clip[] {new Clip.ByNorm(0.1), new Clip.ByNorm(10)};
        var byValue = new Clip[] {new Clip.ByValue(0.01), new Clip.ByValue(10)};
        return Stream.of(
                differing(adam, new Clip[] {new Clip.None()}), differing(sgd, byNorm), differing(momentum, byValue));
    }

    private static List<RunResult> trainTogether(List<TestRun> runs, Kernels kernels) {
        return PackTrainer.train(runs.stream().map(TestRun::input).toList(), kernels);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aRunDoesNotDependOnItsLaneOrItsNeighbours(List<TestRun> runs) {
        for (int turn = 0; turn < runs.size(); turn++) {
            var turned = new ArrayList<>(runs);
            Collections.rotate(turned, turn);
            var together = trainTogether(turned, Kernels.scalar(5));
            for (int lane = 0; lane < turned.size(); lane++) {
                assertSameBits(turned.get(lane).train(), together.get(lane));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aRunDoesNotDependOnTheNumberOfLanes(List<TestRun> runs) {
        var alone = runs.getFirst().train();
        for (int lanes : new int[] {1, 2, 3, 4, 8, 16}) {
            assertSameBits(
                    alone,
                    trainTogether(List.of(runs.getFirst()), Kernels.scalar(lanes))
                            .getFirst());
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void vectorsGiveTheBitsOfPlainLoops(List<TestRun> runs) {
        var kernels = Kernels.vector();
        for (int first = 0; first < runs.size(); first += kernels.lanes()) {
            var pack = runs.subList(first, Math.min(runs.size(), first + kernels.lanes()));
            var together = trainTogether(pack, kernels);
            for (int lane = 0; lane < pack.size(); lane++) {
                assertSameBits(pack.get(lane).train(), together.get(lane));
            }
        }
    }

    @Test
    void aLaneWithoutPenaltyIsNotTouchedByAPenalizedNeighbour() {
        // Both are of one shape where each has some penalty; l2 = 0 with l1 > 0 beside l1 = 0 with l2 > 0.
        var base = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 3, 38, 11, 3))
                .fromRandom(1, 3)
                .with(new Optimizer.Sgd(0.1), 3);
        var runs = List.of(base.with(new Penalty(0.1, 0, false)), base.with(new Penalty(0, 0.1, false)));
        var together = trainTogether(runs, Kernels.scalar(2));
        assertSameBits(runs.get(0).train(), together.get(0));
        assertSameBits(runs.get(1).train(), together.get(1));
    }

    @Test
    void runsOfOneOrderStreamSeeTheSameBatches() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 3, 38, 11, 3))
                .with(new Optimizer.Sgd(0.1), 3)
                .batch(5);
        var together = trainTogether(
                List.of(run.withStreams(1, 9), run.withStreams(2, 10), run.withStreams(3, 9)), Kernels.scalar(3));
        assertSameBits(together.get(0), together.get(2));
        assertThat(together.get(1).parameters()).isNotEqualTo(together.get(0).parameters());
    }

    @Test
    void trainingTwiceGivesTheSameBits() {
        var run = TestRun.of(ModelKind.MLP, TestData.gaussian(4, 3, 38, 11, 3))
                .hidden(Activation.RELU, 4)
                .from(new Start.Drawn(Initializer.HE_NORMAL))
                .with(new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, AdamForm.PYTORCH), 3)
                .batch(5);
        double[] features = run.data().train().features().clone();
        assertSameBits(run.train(), run.train());
        assertThat(run.data().train().features())
                .as("shared data are not written to")
                .containsExactly(features);
    }

    @Test
    void runsOfDifferentShapesAndTooManyRunsAreRefused() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 3, 38, 11, 3))
                .with(new Optimizer.Sgd(0.1), 3);
        assertThatThrownBy(() -> trainTogether(List.of(run, run.withoutBias()), Kernels.scalar(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pack holds runs of one shape");
        assertThatThrownBy(() -> trainTogether(List.of(run, run), Kernels.scalar(1)))
                .hasMessage("2 runs for 1 lanes");
        assertThatThrownBy(() -> trainTogether(List.of(), Kernels.scalar(1))).hasMessage("0 runs for 1 lanes");
    }

    /** A step of 1e-300 changes no weight: whatever the order of the batches, the loss keeps its bits. */
    @Test
    void theOrderOfTheBatchesDoesNotEnterTheLoss() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 3, 90, 30, 14))
                .fromRandom(1, 3)
                .batch(7)
                .with(new Optimizer.Sgd(1e-300), 20);
        double[] loss = TestResults.curve(run.train(), Split.TRAIN).loss();
        assertThat(loss).containsOnly(loss[0]);
    }
}
