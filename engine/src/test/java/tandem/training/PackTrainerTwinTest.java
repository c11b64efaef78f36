package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.TinyRuns.ADAM;
import static tandem.training.TinyRuns.PLAIN;
import static tandem.training.TinyRuns.SGD;
import static tandem.training.TinyRuns.linear;
import static tandem.training.TinyRuns.mlp;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;

/** Whole trainings, scalar against vector, bit for bit. */
class PackTrainerTwinTest {
    private static final Kernels VECTOR = Kernels.vector();

    private static void assertTwins(Model model, Training training, int classCount) {
        assertTwins(TinyRuns.runs(VECTOR.lanes(), model, training, classCount));
    }

    private static void assertTwins(List<RunInput> runs) {
        var vector = PackTrainer.train(runs, VECTOR);
        var scalar = PackTrainer.train(runs, Kernels.scalar(VECTOR.lanes()));
        for (int run = 0; run < runs.size(); run++) {
            assertArrayEquals(TinyRuns.numbers(scalar.get(run)), TinyRuns.numbers(vector.get(run)));
        }
    }

    private static Training with(Optimizer optimizer) {
        return new Training(optimizer, 3, 3, Penalty.NONE, new Clip.None(), new ClassWeights.None());
    }

    @Test
    void logisticRegressionIsEqualWithAndWithoutBias() {
        assertTwins(linear(ModelKind.LOGISTIC, true), PLAIN, 2);
        assertTwins(linear(ModelKind.LOGISTIC, false), PLAIN, 2);
    }

    @Test
    void softmaxRegressionIsEqual() {
        assertTwins(linear(ModelKind.SOFTMAX, true), PLAIN, 3);
        assertTwins(linear(ModelKind.SOFTMAX, false), PLAIN, 2);
    }

    @Test
    void everyActivationIsEqual() {
        for (var activation : Activation.values()) {
            assertTwins(mlp(activation, 5), PLAIN, 3);
            assertTwins(mlp(activation, 3, 9), PLAIN, 2);
        }
    }

    @Test
    void everyOptimizerIsEqual() {
        var model = mlp(Activation.TANH, 3);
        var none = new Training(new Optimizer.None(), 3, 0, Penalty.NONE, new Clip.None(), new ClassWeights.None());
        assertTwins(model, none, 2);
        assertTwins(model, with(new Optimizer.Momentum(0.1, 0.9)), 2);
        assertTwins(model, with(ADAM), 2);
        assertTwins(model, with(new Optimizer.Adam(0.05, 0.8, 0.99, 1e-8, Optimizer.AdamForm.PYTORCH)), 2);
    }

    @Test
    void everyPenaltyIsEqual() {
        for (var penalty :
                List.of(new Penalty(0.1, 0, false), new Penalty(0, 0.2, true), new Penalty(0.1, 0.2, true))) {
            assertTwins(
                    mlp(Activation.RELU, 3),
                    new Training(SGD, 3, 3, penalty, new Clip.None(), new ClassWeights.None()),
                    2);
        }
    }

    @Test
    void bothKindsOfClippingAreEqual() {
        for (var clip : List.of(new Clip.ByNorm(0.2), new Clip.ByValue(0.05))) {
            assertTwins(
                    mlp(Activation.SIGMOID, 3),
                    new Training(SGD, 3, 3, Penalty.NONE, clip, new ClassWeights.None()),
                    3);
        }
    }

    @Test
    void classWeightsAreEqual() {
        var given = new ClassWeights.Given(ImmutableMap.of("class 0", 2.5, "class 1", 0.5));
        for (var weights : List.of(new ClassWeights.Balanced(), given)) {
            var training = new Training(SGD, 3, 2, Penalty.NONE, new Clip.None(), weights);
            assertTwins(linear(ModelKind.LOGISTIC, true), training, 2);
            assertTwins(mlp(Activation.RELU, 3), training, 2);
        }
    }

    @Test
    void valuesThatDifferByLaneStayInTheirLane() {
        var runs = new ArrayList<RunInput>();
        for (int r = 0; r < VECTOR.lanes(); r++) {
            var adam = new Optimizer.Adam(0.01 * (r + 1), 0.9 - 0.05 * r, 0.999, 1e-7, Optimizer.AdamForm.KERAS);
            var training = new Training(
                    adam,
                    3,
                    2,
                    new Penalty(0.01 * (r + 1), 0.02 * r, false),
                    new Clip.ByNorm(0.1 * (r + 1)),
                    new ClassWeights.None());
            runs.add(TinyRuns.run(r, mlp(Activation.RELU, 3), training, 2));
        }
        assertTwins(runs);
        var pack = PackTrainer.train(runs, VECTOR);
        for (int r = 0; r < runs.size(); r++) {
            assertArrayEquals(TinyRuns.numbersAlone(runs.get(r)), TinyRuns.numbers(pack.get(r)));
        }
    }

    @Test
    void everyBatchSizeIsEqual() {
        for (int batch : new int[] {1, 5, 8, 100}) {
            assertTwins(
                    mlp(Activation.RELU, 4),
                    new Training(ADAM, batch, 2, Penalty.NONE, new Clip.None(), new ClassWeights.None()),
                    3);
        }
    }

    @Test
    void aBatchLargerThanAChunkIsEqual() {
        var runs = TinyRuns.runs(VECTOR.lanes(), mlp(Activation.RELU, 3), PLAIN, 2).stream()
                .map(run -> new RunInput(
                        TinyRuns.data(
                                2, 2 * ChunkBuffers.CHUNK + 5, 2, run.order().seed()),
                        run.model(),
                        new Training(
                                SGD,
                                2 * ChunkBuffers.CHUNK + 3,
                                2,
                                Penalty.NONE,
                                new Clip.None(),
                                new ClassWeights.None()),
                        run.weights(),
                        run.order(),
                        run.dropout()))
                .toList();
        assertTwins(runs);
    }

    @Test
    void runsThatDivergeAreEqualAndLeaveTheirNeighboursAlone() {
        var wild = with(new Optimizer.Momentum(1e200, 0.9));
        assertTwins(mlp(Activation.RELU, 3), wild, 3);
        var calm = with(new Optimizer.Momentum(0.1, 0.9));
        var runs = new ArrayList<>(TinyRuns.runs(VECTOR.lanes(), mlp(Activation.RELU, 3), calm, 3));
        runs.set(1, TinyRuns.run(1, mlp(Activation.RELU, 3), wild, 3));
        assertTwins(runs);
        var pack = PackTrainer.train(runs, VECTOR);
        assertThat(pack.get(1).trajectory().divergedEpoch()).isPresent();
        assertThat(pack.get(0).trajectory().divergedEpoch()).isEmpty();
        assertThat(pack.get(0).trajectory().splits().keySet()).containsExactly(Split.TRAIN, Split.VALIDATION);
        assertArrayEquals(TinyRuns.numbersAlone(runs.get(0)), TinyRuns.numbers(pack.get(0)));
    }
}
