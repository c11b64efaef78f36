package tandem.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import tandem.training.RunInput;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.model.Activation;
import tandem.training.model.Initializer;
import tandem.training.model.Layer;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.model.Padding;
import tandem.training.model.Shape;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;
import tandem.training.random.RandomStream;

/**
 * The convolutional network that speed is told by; {@code reference/pytorch_cnn.py} trains the same. 8 x 8 images of 10 classes, half as many to validate as to
 * train; 4,486 parameters; Adam, 20 epochs.
 */
final class ImageWork {
    static final int EPOCHS = 20;
    private static final int FEATURES = 64;
    private static final int CLASSES = 10;
    private static final long SEED = 1;

    private ImageWork() {}

    /** @param trained images to train */
    static ImmutableList<RunInput> runs(int count, int trained, int batch) {
        return IntStream.range(0, count)
                .mapToObj(replicate -> new RunInput(
                        data(replicate, trained),
                        model(),
                        training(batch),
                        RandomStream.of(SEED, "weights", replicate),
                        RandomStream.of(SEED, "order", replicate),
                        RandomStream.of(SEED, "dropout", replicate)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Model model() {
        var relu = new Layer.Activate(Activation.RELU);
        var valid = new Padding.Border(0);
        return new Model(
                ModelKind.LAYERS,
                Optional.of(Shape.image(8, 8, 1)),
                ImmutableList.of(
                        new Layer.Convolution(4, 3, 1, valid, true),
                        relu,
                        new Layer.Pooling(Layer.Pool.MAX, 2, 2),
                        new Layer.Convolution(8, 2, 1, valid, true),
                        relu,
                        new Layer.Flatten(),
                        new Layer.Dense(100, true),
                        relu),
                true,
                new Start.Drawn(Initializer.GLOROT_UNIFORM),
                Model.HALF);
    }

    private static Training training(int batch) {
        var adam = new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-8, Optimizer.AdamForm.PYTORCH);
        return new Training(adam, batch, EPOCHS, Penalty.NONE, new Clip.None(), new ClassWeights.None());
    }

    /** Uniform noise, brighter at every tenth pixel from that of the class on. */
    private static PreparedData data(int replicate, int trained) {
        int count = trained + trained / 2;
        var random = RandomStream.of(SEED, "data", replicate).generator();
        double[] x = new double[count * FEATURES];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(CLASSES);
            for (int f = 0; f < FEATURES; f++) {
                x[i * FEATURES + f] = random.nextDouble() + (f % CLASSES == labels[i] ? 0.5 : 0);
            }
        }
        var names = IntStream.range(0, CLASSES).mapToObj(c -> "class-" + c).collect(ImmutableList.toImmutableList());
        return new PreparedData(
                names,
                ImmutableMap.of(
                        Split.TRAIN, examples(x, labels, 0, trained),
                        Split.VALIDATION, examples(x, labels, trained, count)));
    }

    private static Examples examples(double[] x, int[] labels, int from, int to) {
        return new Examples(
                FEATURES, Arrays.copyOfRange(x, from * FEATURES, to * FEATURES), Arrays.copyOfRange(labels, from, to));
    }
}
