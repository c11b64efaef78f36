package tandem.training.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.RemedyRuns;
import tandem.training.TestData;
import tandem.training.TestRun;
import tandem.training.model.Activation;
import tandem.training.model.ModelKind;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Schedule;

/** Trajectories with remedies equal those of {@link TextbookTraining}; tolerances as in {@link TrajectoryOracleTest}. */
final class RemedyOracleTest {
    private static final int EPOCHS = 5;

    private static Map<String, TestRun> models() {
        var two = TestData.gaussian(3, 2, 83, 41, 5);
        var three = TestData.gaussian(4, 3, 83, 41, 6);
        var models = new LinkedHashMap<String, TestRun>();
        models.put("logistic", TestRun.of(ModelKind.LOGISTIC, two));
        models.put("softmax", TestRun.of(ModelKind.SOFTMAX, three));
        models.put("mlp 16-3", TestRun.of(ModelKind.MLP, three).hidden(Activation.TANH, 16, 3));
        return models;
    }

    static Stream<Arguments> everyLoss() {
        var cases = new ArrayList<Arguments>();
        models().forEach((name, run) -> {
            for (var loss : RemedyRuns.losses(run.data().classCount())) {
                for (int batch : new int[] {7, 40}) {
                    var trained = run.with(new Optimizer.Momentum(0.05, 0.8), EPOCHS)
                            .batch(batch)
                            .with(loss);
                    cases.add(Arguments.of(name + " " + loss, trained));
                    cases.add(Arguments.of(
                            name + " weighted, clipped " + loss,
                            trained.with(new ClassWeights.Balanced())
                                    .with(new Penalty(0.01, 0, false))
                                    .with(new Clip.PerExample(0.5))));
                    cases.add(Arguments.of(
                            name + " weighted by class and example " + loss,
                            trained.weighted(exampleWeights(83)).with(new ClassWeights.Balanced())));
                }
            }
        });
        return cases.stream();
    }

    /** 0, 0.4, 0.8, ..., 2.4 and again. */
    private static double[] exampleWeights(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 0.4 * (i % 7)).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyLoss")
    void lossesTrainAsTheTextbookDoes(String name, TestRun run) {
        TrajectoryOracleTest.assertTrainsAsTheTextbook(run);
    }

    @Test
    void clippingOfSingleExamplesActsAsInTheTextbook() {
        models().forEach((name, run) -> {
            for (double bound : new double[] {0.01, 0.6, 100}) {
                for (int batch : new int[] {1, 40}) {
                    var clipped = run.with(new Optimizer.Sgd(0.1), EPOCHS)
                            .batch(batch)
                            .with(new Clip.PerExample(bound));
                    TrajectoryOracleTest.assertTrainsAsTheTextbook(clipped);
                    TrajectoryOracleTest.assertTrainsAsTheTextbook(clipped.withoutBias());
                }
            }
        });
    }

    @Test
    void schedulesSetTheRateOfEachEpoch() {
        var adam = new Optimizer.Adam(0.02, 0.9, 0.999, 1e-7, AdamForm.KERAS);
        models().forEach((name, run) -> {
            for (var schedule : RemedyRuns.schedules()) {
                var scheduled = run.with(schedule).batch(20);
                TrajectoryOracleTest.assertTrainsAsTheTextbook(scheduled.with(new Optimizer.Sgd(0.1), EPOCHS));
                TrajectoryOracleTest.assertTrainsAsTheTextbook(
                        scheduled.with(new Optimizer.Nesterov(0.05, 0.7), EPOCHS));
                TrajectoryOracleTest.assertTrainsAsTheTextbook(
                        scheduled.with(new Optimizer.RmsProp(0.01, 0.9, 1e-7, AdamForm.KERAS), EPOCHS));
                TrajectoryOracleTest.assertTrainsAsTheTextbook(scheduled.with(adam, EPOCHS));
                TrajectoryOracleTest.assertTrainsAsTheTextbook(
                        scheduled.with(new Optimizer.AdamW(adam, 0.3, false), EPOCHS));
            }
        });
    }

    @Test
    void averagesAreEvaluatedAndTrainingGoesOnWithTheLastParameters() {
        models().forEach((name, run) -> {
            for (var average : RemedyRuns.averages()) {
                TrajectoryOracleTest.assertTrainsAsTheTextbook(run.with(new Optimizer.Momentum(0.05, 0.8), EPOCHS)
                        .batch(20)
                        .with(average));
            }
        });
    }

    @Test
    void everythingTogetherActsAsInTheTextbook() {
        models().forEach((name, run) -> TrajectoryOracleTest.assertTrainsAsTheTextbook(run.with(
                        new Optimizer.AdamW(new Optimizer.Adam(0.02, 0.9, 0.99, 1e-8, AdamForm.PYTORCH), 0.1, true),
                        EPOCHS)
                .batch(40)
                .with(new Loss.Focal(1.5))
                .with(new Schedule.Cosine(0))
                .with(new ClassWeights.Balanced())
                .with(new Penalty(0.01, 0.01, true))
                .with(new Clip.PerExample(0.3))
                .with(new Average.Exponential(0.8))));
    }

    @Test
    void aThresholdMovesPredictionsAndNothingElse() {
        for (double threshold : new double[] {0.1, 0.9}) {
            TrajectoryOracleTest.assertTrainsAsTheTextbook(
                    TestRun.of(ModelKind.LOGISTIC, TestData.gaussian(3, 2, 83, 41, 5))
                            .threshold(threshold)
                            .with(new Optimizer.Sgd(0.1), EPOCHS));
        }
    }
}
