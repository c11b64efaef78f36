package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.model.Layer;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;

/** Whole trainings of networks of layers, bit for bit: plain loops against vectors, in any pack against alone. */
class LayeredTwinTest {
    private static final Kernels VECTOR = Kernels.vector();

    private static Training training(Optimizer optimizer, int batch, int epochs) {
        return new Training(optimizer, batch, epochs, Penalty.NONE, new Clip.None(), new ClassWeights.None());
    }

    private static final Training SGD = training(TinyRuns.SGD, 3, 2);

    private static final Training WILD = training(new Optimizer.Sgd(1e200), 3, 2);

    private static void assertAlone(List<RunInput> runs, Kernels kernels) {
        var pack = PackTrainer.train(runs, kernels);
        for (int r = 0; r < runs.size(); r++) {
            assertArrayEquals(TinyRuns.numbersAlone(runs.get(r)), TinyRuns.numbers(pack.get(r)));
        }
    }

    private static void assertAlone(List<RunInput> runs) {
        assertAlone(runs, VECTOR);
        assertAlone(runs, Kernels.scalar(runs.size()));
    }

    @Test
    void everyKindOfLayerIsEqualInVectors() {
        assertAlone(LayeredRuns.runs(VECTOR.lanes(), 8, LayeredRuns.everyKind(), SGD));
    }

    @Test
    void everyKindOfLayerIsEqualInAnyNumberOfLanes() {
        for (int lanes : new int[] {1, 2, 4, 8}) {
            assertAlone(LayeredRuns.runs(lanes, 8, LayeredRuns.everyKind(), SGD), Kernels.scalar(lanes));
        }
    }

    @Test
    void theSameRunIsEqualInEveryLaneAndWithFreeLanes() {
        var runs = LayeredRuns.runs(8, 8, LayeredRuns.everyKind(), SGD);
        for (int shift = 0; shift < 8; shift++) {
            var turned = new ArrayList<>(runs.subList(shift, 8));
            turned.addAll(runs.subList(0, shift));
            assertAlone(turned, Kernels.scalar(8));
            assertAlone(turned.subList(0, 5), Kernels.scalar(8));
        }
    }

    @Test
    void batchesLargerThanAChunkAreEqual() {
        var adam = training(TinyRuns.ADAM, 2 * ChunkBuffers.CHUNK + 3, 2);
        assertAlone(LayeredRuns.runs(2, 2 * ChunkBuffers.CHUNK + 9, LayeredRuns.everyKind(), adam));
    }

    @Test
    void fullBatchesAreEqual() {
        assertAlone(LayeredRuns.runs(2, 7, LayeredRuns.everyKind(), training(TinyRuns.ADAM, 100, 2)));
    }

    @Test
    void otherLossesClippingAndPenaltiesAreEqual() {
        var training = new Training(
                TinyRuns.ADAM, 5, 2, new Penalty(0.1, 0.01, true), new Clip.ByNorm(0.2), new ClassWeights.Balanced());
        var layers = LayeredRuns.everyKind();
        for (var loss : List.of(new Loss.Focal(2), new Loss.SmoothedCrossEntropy(0.1), new Loss.Flooding(1))) {
            assertAlone(LayeredRuns.runs(2, 8, layers, training.with(loss)));
        }
    }

    @Test
    void layersOnFeaturesAreEqual() {
        var layers = ImmutableList.<Layer>of(
                LayeredRuns.pytorch(0.1),
                LayeredRuns.auxiliary(0.5),
                LayeredRuns.dense(16),
                LayeredRuns.keras(0.9),
                LayeredRuns.RELU,
                LayeredRuns.dropout(0.5));
        var model = LayeredRuns.model(tandem.training.model.Shape.features(2), layers);
        assertAlone(List.of(LayeredRuns.run(1, 8, model, SGD), LayeredRuns.run(2, 8, model, SGD)));
    }

    @Test
    void runsThatDivergeAreEqualAndLeaveTheirNeighboursAlone() {
        for (int wild = 0; wild < 2; wild++) {
            var runs = LayeredRuns.runs(2, 8, LayeredRuns.everyKind(), SGD);
            var model = LayeredRuns.model(LayeredRuns.IMAGE, LayeredRuns.everyKind());
            runs.set(wild, LayeredRuns.run(wild, 8, model, WILD));
            assertAlone(runs);
            var pack = PackTrainer.train(runs, Kernels.scalar(2));
            assertThat(pack.get(1 - wild).trajectory().divergedEpoch()).isEmpty();
            assertThat(pack.get(1 - wild).statistics()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void networksWithoutNormalizationThatDivergeLeaveTheirNeighboursAlone() {
        var layers = LayeredRuns.everyKind().stream()
                .filter(layer -> !(layer instanceof Layer.BatchNormalization))
                .toList();
        var runs = LayeredRuns.runs(2, 8, layers, SGD);
        runs.set(0, LayeredRuns.run(0, 8, LayeredRuns.model(LayeredRuns.IMAGE, layers), WILD));
        assertAlone(runs);
        var pack = PackTrainer.train(runs, Kernels.scalar(2));
        assertThat(pack.get(0).trajectory().divergedEpoch()).isPresent();
        assertThat(pack.get(1).trajectory().divergedEpoch()).isEmpty();
    }
}
