package tandem.training;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.training.model.Activation;
import tandem.training.model.Initializer;
import tandem.training.model.Layer;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.model.Layer.Pool;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.model.Padding;
import tandem.training.model.Shape;
import tandem.training.model.Start;
import tandem.training.optimizer.Training;
import tandem.training.random.RandomStream;

/** Small networks of layers for tests. */
final class LayeredRuns {
    static final Shape IMAGE = Shape.image(4, 4, 1);
    static final Layer RELU = new Layer.Activate(Activation.RELU);
    static final Layer TANH = new Layer.Activate(Activation.TANH);
    static final Layer SIGMOID = new Layer.Activate(Activation.SIGMOID);
    static final Layer FLATTEN = new Layer.Flatten();

    private LayeredRuns() {}

    static Layer convolution(int filters, int size, int stride) {
        return new Layer.Convolution(filters, size, stride, new Padding.Same(), true);
    }

    static Layer convolution(int filters, int size, int stride, int border) {
        return new Layer.Convolution(filters, size, stride, new Padding.Border(border), true);
    }

    static Layer max(int size, int stride) {
        return new Layer.Pooling(Pool.MAX, size, stride);
    }

    static Layer average(int size, int stride) {
        return new Layer.Pooling(Pool.AVERAGE, size, stride);
    }

    static Layer dense(int units) {
        return new Layer.Dense(units, true);
    }

    static Layer dropout(double rate) {
        return new Layer.Dropout(rate);
    }

    static Layer auxiliary(double weight) {
        return new Layer.Auxiliary(weight, true);
    }

    static Layer keras(double momentum) {
        return new Layer.BatchNormalization(NormalizationForm.KERAS, momentum, 1e-3);
    }

    static Layer pytorch(double momentum) {
        return new Layer.BatchNormalization(NormalizationForm.PYTORCH, momentum, 1e-5);
    }

    /** Every kind of layer, on {@link #IMAGE}; with a bottleneck of 16 channels, whose rows have an unused one. */
    static ImmutableList<Layer> everyKind() {
        return ImmutableList.of(
                convolution(3, 3, 1),
                pytorch(0.1),
                RELU,
                auxiliary(0.3),
                max(2, 1),
                dropout(0.25),
                new Layer.Convolution(16, 2, 2, new Padding.Border(1), false),
                TANH,
                average(2, 1),
                FLATTEN,
                dropout(0.5),
                dense(4),
                keras(0.7),
                SIGMOID,
                auxiliary(0.2));
    }

    static Model model(Shape input, List<Layer> layers) {
        return new Model(
                ModelKind.LAYERS,
                Optional.of(input).filter(Shape::isImage),
                ImmutableList.copyOf(layers),
                true,
                new Start.Drawn(Initializer.HE_NORMAL),
                Model.HALF);
    }

    /** With data and streams of its own. */
    static RunInput run(long seed, int trainCount, Model model, Training training) {
        int features = model.image().orElse(Shape.features(2)).count();
        return new RunInput(
                TinyRuns.data(3, trainCount, features, seed),
                model,
                training,
                RandomStream.of(7, "weights", seed),
                RandomStream.of(7, "order", seed),
                RandomStream.of(7, "dropout", seed));
    }

    static List<RunInput> runs(int count, int trainCount, List<Layer> layers, Training training) {
        var runs = new ArrayList<RunInput>();
        for (int r = 0; r < count; r++) {
            runs.add(run(r, trainCount, model(IMAGE, layers), training));
        }
        return runs;
    }
}
