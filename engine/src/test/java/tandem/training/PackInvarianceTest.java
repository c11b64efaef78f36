package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.layer.LaneParameters;
import tandem.training.model.Activation;
import tandem.training.model.Architecture;
import tandem.training.model.Model;
import tandem.training.model.StartParameters;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;
import tandem.training.random.RandomStream;

class PackInvarianceTest {
    private static final Model MODEL = TinyRuns.mlp(Activation.RELU, 4);
    private static final Training TRAINING = new Training(
            TinyRuns.ADAM, 3, 3, new Penalty(0.01, 0, false), new Clip.ByNorm(0.5), new ClassWeights.Balanced());
    private static final RunInput RUN = TinyRuns.run(99, MODEL, TRAINING, 3);

    private static List<Kernels> allKernels() {
        return List.of(Kernels.scalar(1), Kernels.scalar(2), Kernels.scalar(4), Kernels.scalar(8), Kernels.vector());
    }

    @Test
    void aRunDoesNotDependOnItsLaneOrItsNeighboursOrTheNumberOfLanes() {
        double[] alone = TinyRuns.numbersAlone(RUN);
        for (var kernels : allKernels()) {
            for (int lane = 0; lane < kernels.lanes(); lane++) {
                var runs = new ArrayList<>(TinyRuns.runs(kernels.lanes(), MODEL, TRAINING, 3));
                runs.set(lane, RUN);
                assertArrayEquals(
                        alone, TinyRuns.numbers(PackTrainer.train(runs, kernels).get(lane)));
            }
        }
    }

    @Test
    void aShortPackGivesItsRunsAndNoCopies() {
        double[] alone = TinyRuns.numbersAlone(RUN);
        for (var kernels : allKernels()) {
            var results = PackTrainer.train(List.of(RUN), kernels);
            assertThat(results).hasSize(1);
            assertArrayEquals(alone, TinyRuns.numbers(results.getFirst()));
        }
    }

    @Test
    void theGradientDoesNotDependOnHowABatchIsCut() {
        int count = ChunkBuffers.CHUNK + 8;
        var kernels = Kernels.scalar(1);
        for (var model : List.of(MODEL, TinyRuns.mlp(Activation.TANH, 3, 9))) {
            var architecture = Architecture.of(model, 2, 3);
            var examples =
                    new LaneExamples(List.of(TinyRuns.data(3, count, 2, 1).train()), new double[0][], kernels);
            var network = network(model, architecture, kernels);
            var run = TinyRuns.run(1, model, TRAINING, 3);
            new LaneObjective(network, List.of(run), kernels).differentiate(examples, 0, count);
            for (int cut : new int[] {1, 20, ChunkBuffers.CHUNK - 1}) {
                var other = network(model, architecture, kernels);
                var loss = new OutputLoss.Softmax(kernels.loss(), 3, 1);
                for (int first = 0; first < count; first += cut) {
                    int rows = Math.min(cut, count - first);
                    loss.toGradient(other.forward(examples, first, rows), examples, first, rows, 1.0 / count);
                    other.backward(examples, first, rows, first > 0);
                }
                assertArrayEquals(network.gradient, other.gradient);
            }
        }
    }

    private static DenseNetwork network(Model model, Architecture architecture, Kernels kernels) {
        var network = new DenseNetwork(architecture, kernels);
        double[] start = StartParameters.of(model.start(), architecture, RandomStream.of(1, "weights", 0));
        network.layout.set(network.parameters, 0, start);
        return network;
    }

    @Test
    void parametersComeBackAsTheyWereSet() {
        var architecture = Architecture.of(TinyRuns.mlp(Activation.RELU, 16, 3), 2, 3);
        var layout = LaneParameters.of(architecture, 2);
        double[] values = StartParameters.of(MODEL.start(), architecture, RandomStream.of(1, "weights", 1));
        double[] parameters = layout.allocate();
        layout.set(parameters, 1, values);
        assertArrayEquals(values, layout.get(parameters, 1, values.length));
        assertThat(layout.get(parameters, 0, values.length)).containsOnly(0);
    }
}
