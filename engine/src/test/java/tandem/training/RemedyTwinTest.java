package tandem.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.TinyRuns.ADAM;
import static tandem.training.TinyRuns.PLAIN;
import static tandem.training.TinyRuns.linear;
import static tandem.training.TinyRuns.mlp;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Schedule;
import tandem.training.optimizer.Training;

/** Whole trainings with remedies, scalar against vector, bit for bit; every run also against itself alone. */
class RemedyTwinTest {
    private static final Kernels VECTOR = Kernels.vector();
    private static final Optimizer.Adam DECAYING = new Optimizer.Adam(0.05, 0.9, 0.999, 1e-7, AdamForm.KERAS);

    private static void assertTwins(Model model, Training training, int classCount) {
        assertTwins(TinyRuns.runs(VECTOR.lanes(), model, training, classCount));
    }

    private static void assertTwins(List<RunInput> runs) {
        var vector = PackTrainer.train(runs, VECTOR);
        var scalar = PackTrainer.train(runs, Kernels.scalar(VECTOR.lanes()));
        for (int run = 0; run < runs.size(); run++) {
            assertArrayEquals(TinyRuns.numbers(scalar.get(run)), TinyRuns.numbers(vector.get(run)));
            assertArrayEquals(TinyRuns.numbersAlone(runs.get(run)), TinyRuns.numbers(vector.get(run)));
        }
    }

    @Test
    void everyLossIsEqual() {
        for (int classCount : new int[] {2, 3}) {
            for (var loss : RemedyRuns.losses(classCount)) {
                assertTwins(mlp(Activation.RELU, 3), PLAIN.with(loss), classCount);
            }
        }
        for (var loss : RemedyRuns.losses(2)) {
            assertTwins(linear(ModelKind.LOGISTIC, true), PLAIN.with(loss), 2);
        }
    }

    @Test
    void weightedLossesAreEqual() {
        for (var loss : RemedyRuns.losses(2)) {
            var training = PLAIN.with(loss).with(new ClassWeights.Balanced());
            assertTwins(linear(ModelKind.LOGISTIC, true), training, 2);
            assertTwins(linear(ModelKind.SOFTMAX, true), training, 2);
        }
    }

    @Test
    void weightsOfExamplesAreEqual() {
        for (var loss : RemedyRuns.losses(3)) {
            var training = PLAIN.with(loss).with(new ClassWeights.Balanced());
            assertTwins(TinyRuns.runs(VECTOR.lanes(), mlp(Activation.RELU, 3), training, 3).stream()
                    .map(TinyRuns::weighted)
                    .toList());
        }
        assertTwins(TinyRuns.runs(VECTOR.lanes(), linear(ModelKind.LOGISTIC, true), PLAIN, 2).stream()
                .map(TinyRuns::weighted)
                .toList());
    }

    @Test
    void everyNewOptimizerIsEqual() {
        for (var optimizer : List.of(
                new Optimizer.Nesterov(0.1, 0.9),
                new Optimizer.RmsProp(0.05, 0.9, 1e-7, AdamForm.KERAS),
                new Optimizer.RmsProp(0.05, 0.99, 1e-8, AdamForm.PYTORCH),
                new Optimizer.AdamW(DECAYING, 0.3, false),
                new Optimizer.AdamW(DECAYING, 0.3, true))) {
            assertTwins(mlp(Activation.TANH, 3), PLAIN.with(optimizer, 3), 2);
        }
    }

    @Test
    void schedulesAveragesAndClippedExamplesAreEqual() {
        for (var schedule : RemedyRuns.schedules()) {
            assertTwins(mlp(Activation.RELU, 3), PLAIN.with(ADAM, 3).with(schedule), 2);
        }
        for (var average : RemedyRuns.averages()) {
            assertTwins(mlp(Activation.RELU, 3), PLAIN.with(average), 2);
        }
        for (int hidden : new int[] {3, 15, 16}) {
            assertTwins(mlp(Activation.SIGMOID, hidden, 2), PLAIN.with(new Clip.PerExample(0.2)), 3);
        }
    }

    @Test
    void settingsThatDifferByLaneStayInTheirLane() {
        for (int kind = 0; kind < 4; kind++) {
            var runs = new ArrayList<RunInput>();
            for (int r = 0; r < VECTOR.lanes(); r++) {
                double share = 0.1 * (r + 1);
                var loss = List.of(
                                new Loss.SmoothedCrossEntropy(share),
                                new Loss.Focal(share),
                                new Loss.GeneralizedCrossEntropy(share),
                                new Loss.ForwardCorrection(new Loss.Transition.Symmetric(share)))
                        .get(kind);
                var training = PLAIN.with(new Optimizer.AdamW(DECAYING, share, r % 2 == 0), 3)
                        .with(loss)
                        .with(new Schedule.Step(r + 1, share))
                        .with(new Clip.PerExample(share))
                        .with(new Average.Exponential(share));
                runs.add(TinyRuns.run(r, mlp(Activation.RELU, 3), training, 3));
            }
            assertTwins(runs);
        }
    }

    @Test
    void thresholdsAndLevelsThatDifferByLaneStayInTheirLane() {
        var runs = new ArrayList<RunInput>();
        for (int r = 0; r < VECTOR.lanes(); r++) {
            var plain = linear(ModelKind.LOGISTIC, true);
            double share = 0.1 * (r + 1);
            var model = plain.withThreshold(share);
            runs.add(TinyRuns.run(r, model, PLAIN.with(new Loss.Flooding(share)), 2));
        }
        assertTwins(runs);
    }
}
