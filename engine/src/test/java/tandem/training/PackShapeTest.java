package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Schedule;
import tandem.training.optimizer.Training;

final class PackShapeTest {

    private static PackShape shape(Training training) {
        return PackShape.of(run(training));
    }

    private static RunInput run(Training training) {
        return TinyRuns.run(1, TinyRuns.mlp(Activation.RELU, 3), training, 3);
    }

    @Test
    void kindsPartPacks() {
        var plain = TinyRuns.PLAIN;
        var trainings = List.of(
                plain,
                plain.with(new Loss.SmoothedCrossEntropy(0.1)),
                plain.with(new Loss.Focal(2)),
                plain.with(new Loss.GeneralizedCrossEntropy(1)),
                plain.with(new Loss.MeanAbsoluteError()),
                plain.with(new Loss.Flooding(0.1)),
                plain.with(new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0.1))),
                plain.with(new Optimizer.Momentum(0.1, 0.9), 3),
                plain.with(new Optimizer.Nesterov(0.1, 0.9), 3),
                plain.with(new Schedule.Step(1, 0.5)),
                plain.with(new Schedule.Cosine(0)),
                plain.with(new Clip.PerExample(1)),
                plain.with(new Average.Exponential(0)));
        assertThat(new HashSet<>(trainings.stream().map(PackShapeTest::shape).toList()))
                .hasSameSizeAs(trainings);
    }

    @Test
    void numbersShareThem() {
        var plain = TinyRuns.PLAIN;
        assertThat(shape(plain.with(new Loss.Focal(0)))).isEqualTo(shape(plain.with(new Loss.Focal(2))));
        assertThat(shape(plain.with(new Schedule.Step(1, 0.5)))).isEqualTo(shape(plain.with(new Schedule.Step(3, 2))));
        assertThat(shape(plain.with(new Clip.PerExample(1)))).isEqualTo(shape(plain.with(new Clip.PerExample(2))));
        assertThat(shape(plain.with(new Average.Exponential(0))))
                .isEqualTo(shape(plain.with(new Average.Exponential(0.5))));
    }

    @Test
    void aPackOfUnlikeLossesIsRefused() {
        var runs = List.of(run(TinyRuns.PLAIN), run(TinyRuns.PLAIN.with(new Loss.Focal(0))));
        assertThatIllegalArgumentException().isThrownBy(() -> PackTrainer.train(runs, Kernels.scalar(2)));
    }
}
