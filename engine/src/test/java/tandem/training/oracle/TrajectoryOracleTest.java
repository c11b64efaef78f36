package tandem.training.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.training.TestResults.curve;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.PackTrainer;
import tandem.training.RunResult;
import tandem.training.TestData;
import tandem.training.TestRun;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;

/** Whole trajectories of the packs equal those of {@link TextbookTraining}. */
final class TrajectoryOracleTest {
    private static final int EPOCHS = 5;

    /**
     * Both sides round differently (order of sums, fma, own elementary functions): some 1e-16 a step, a few hundred steps, and up to 1e3 times that
     * where Adam divides small gradients by small roots.
     */
    private static final double RELATIVE = 1e-10;

    private static final double ABSOLUTE = 1e-13;

    /** 83 examples: not a multiple of 5, 7, 40 (three batches) or 60 (two), and more than two chunks of 32. */
    private static final int TRAIN = 83;

    private static Map<String, TestRun> models() {
        var two = TestData.gaussian(3, 2, TRAIN, 41, 5);
        var three = TestData.gaussian(4, 3, TRAIN, 41, 6);
        var models = new LinkedHashMap<String, TestRun>();
        models.put("logistic", TestRun.of(ModelKind.LOGISTIC, two));
        models.put("softmax", TestRun.of(ModelKind.SOFTMAX, three));
        models.put("softmax, 2 classes", TestRun.of(ModelKind.SOFTMAX, two));
        for (var activation : Activation.values()) {
            models.put("mlp 5 " + activation, TestRun.of(ModelKind.MLP, three).hidden(activation, 5));
            models.put(
                    "mlp 4-3-6 " + activation, TestRun.of(ModelKind.MLP, three).hidden(activation, 4, 3, 6));
        }
        models.put("mlp without hidden layers", TestRun.of(ModelKind.MLP, three));
        return models;
    }

    private static List<Optimizer> optimizers() {
        return List.of(
                new Optimizer.Sgd(0.1),
                new Optimizer.Momentum(0.02, 0.8),
                new Optimizer.Nesterov(0.02, 0.8),
                new Optimizer.RmsProp(0.01, 0.9, 1e-7, AdamForm.KERAS),
                new Optimizer.RmsProp(0.01, 0.95, 1e-8, AdamForm.PYTORCH),
                new Optimizer.AdamW(new Optimizer.Adam(0.02, 0.9, 0.999, 1e-7, AdamForm.KERAS), 0.1, false),
                new Optimizer.AdamW(new Optimizer.Adam(0.02, 0.8, 0.99, 1e-8, AdamForm.PYTORCH), 0.2, true),
                new Optimizer.Adam(0.02, 0.9, 0.999, 1e-7, AdamForm.KERAS),
                new Optimizer.Adam(0.02, 0.8, 0.95, 1e-8, AdamForm.PYTORCH));
    }

    static Stream<Arguments> everyModelOptimizerAndBatch() {
        var cases = new ArrayList<Arguments>();
        models().forEach((name, run) -> {
            for (var optimizer : optimizers()) {
                for (int batch : new int[] {1, 5, 7, 40, 60, Training.FULL_BATCH}) {
                    var trained = run.with(optimizer, EPOCHS).batch(batch);
                    cases.add(Arguments.of(name, trained));
                    cases.add(Arguments.of(name + " without bias", trained.withoutBias()));
                }
            }
        });
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyModelOptimizerAndBatch")
    void packsTrainAsTheTextbookDoes(String name, TestRun run) {
        assertTrainsAsTheTextbook(run);
    }

    static Stream<Arguments> everyPenaltyClipAndWeight() {
        var cases = new ArrayList<Arguments>();
        models().forEach((name, run) -> {
            var base = run.with(new Optimizer.Momentum(0.02, 0.8), EPOCHS).batch(7);
            for (var penalty :
                    List.of(new Penalty(0.01, 0, false), new Penalty(0, 0.02, false), new Penalty(0.03, 0.01, true))) {
                cases.add(Arguments.of(name, base.with(penalty)));
                cases.add(Arguments.of(name, base.with(penalty).withoutBias().with(new Clip.ByNorm(0.4))));
                cases.add(Arguments.of(name, base.with(penalty).with(new Clip.ByValue(0.1))));
            }
            cases.add(Arguments.of(name, base.with(new Clip.ByNorm(0.3))));
            cases.add(Arguments.of(name, base.with(new Clip.ByValue(0.05))));
            for (var weights :
                    List.of(new ClassWeights.Balanced(), given(run.data().classCount()))) {
                cases.add(Arguments.of(name, base.with(weights)));
                cases.add(Arguments.of(
                        name,
                        base.with(weights).with(new Penalty(0.01, 0.01, true)).with(new Clip.ByNorm(0.5))));
            }
        });
        return cases.stream();
    }

    private static ClassWeights given(int classCount) {
        var weights = ImmutableMap.<String, Double>builder();
        for (int c = 0; c < classCount; c++) {
            weights.put(Integer.toString(c), 0.25 + 1.5 * c);
        }
        return new ClassWeights.Given(weights.buildOrThrow());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPenaltyClipAndWeight")
    void penaltiesClippingAndClassWeightsActAsInTheTextbook(String name, TestRun run) {
        assertTrainsAsTheTextbook(run);
    }

    @Test
    void aLongTrainingStaysWithTheTextbook() {
        for (var optimizer : optimizers()) {
            assertTrainsAsTheTextbook(TestRun.of(ModelKind.MLP, TestData.gaussian(4, 3, 60, 20, 8))
                    .hidden(Activation.TANH, 8)
                    .with(optimizer, 100)
                    .batch(16));
        }
    }

    @Test
    void vectorsTrainAsTheTextbookDoes() {
        var run = TestRun.of(ModelKind.MLP, TestData.gaussian(4, 3, TRAIN, 41, 6))
                .hidden(Activation.RELU, 5)
                .with(new Optimizer.Adam(0.02, 0.9, 0.999, 1e-7, AdamForm.KERAS), EPOCHS)
                .batch(5)
                .fromRandom(0.7, 11);
        var result = PackTrainer.train(List.of(run.input()), Kernels.vector()).getFirst();
        assertEqual(TextbookTraining.train(run, startOf(run)), result);
    }

    static void assertTrainsAsTheTextbook(TestRun run) {
        var started = run.fromRandom(0.7, 11);
        assertEqual(TextbookTraining.train(started, startOf(started)), started.train());
    }

    /** The given start, as an untrained run reports it. */
    private static double[] startOf(TestRun run) {
        return run.with(new Optimizer.None(), 0).train().parameters();
    }

    private static void assertEqual(RunResult textbook, RunResult pack) {
        var expected = textbook.trajectory();
        var actual = pack.trajectory();
        assertThat(actual.divergedEpoch()).isEmpty();
        assertThat(actual.splits().keySet()).isEqualTo(expected.splits().keySet());
        for (var split : expected.splits().keySet()) {
            assertThat(curve(pack, split).exampleCount())
                    .isEqualTo(curve(textbook, split).exampleCount());
            assertClose(
                    "loss " + split,
                    curve(textbook, split).loss(),
                    curve(pack, split).loss());
            assertThat(curve(pack, split).correct())
                    .isEqualTo(curve(textbook, split).correct());
        }
        assertClose("objective", expected.objective(), actual.objective());
        assertClose("penalty", expected.penalty(), actual.penalty());
        assertClose("weight norm", expected.weightNorm(), actual.weightNorm());
        assertClose("gradient norm", expected.gradientNorm(), actual.gradientNorm());
        assertClose("parameters", textbook.parameters(), pack.parameters());
    }

    private static void assertClose(String what, double[] expected, double[] actual) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]);
            assertThat(error)
                    .as("%s[%s] = %s", what, i, expected[i])
                    .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(expected[i]));
        }
    }
}
