package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.LayersReader.Written;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;
import tandem.training.model.Shape;

/** Whether the layers of a model fit each other and the rest of the cell, as far as that can be said before the data is known. */
final class LayerRules {
    /** Each has arrays of its own. */
    private static final int MOST_LAYERS = 4096;

    private final Settings cell;
    private final BiConsumer<String, String> report;

    /** @param cell whose model has all its keys, each right on its own */
    LayerRules(Settings cell, BiConsumer<String, String> report) {
        this.cell = cell;
        this.report = report;
    }

    void check() {
        var model = cell.section("model");
        Optional<Shape> image;
        try {
            image = LayersReader.image(model);
        } catch (IllegalArgumentException e) {
            report.accept("model.image", String.valueOf(e.getMessage()));
            return;
        }
        if (auxiliary(model)) {
            var layers = LayersReader.layers(model);
            if (isShort(layers) && shapes(layers, image)) {
                training(layers, image);
            }
        }
    }

    /** Whether the hidden layers that shall have an auxiliary classifier are there. */
    private boolean auxiliary(Settings model) {
        if (!(model.find("auxiliary") instanceof Node.Entries auxiliary)) {
            return true;
        }
        int count = new ShortForm(model).hiddenCount();
        var after = ConditionsReader.list(auxiliary.find("after"), ConditionsReader::integer);
        if (after.isEmpty() && count < 2) {
            report.accept(
                    "model.auxiliary",
                    "there is no hidden layer but the last; write after: [1], or add hidden layers, or write none");
            return false;
        }
        for (int i = 0; i < after.size(); i++) {
            String path = "model.auxiliary.after[" + i + "]";
            if (after.get(i) > count) {
                report.accept(
                        path, "there is no hidden layer " + after.get(i) + "; they are numbered from 1 to " + count);
                return false;
            }
            if (after.subList(0, i).contains(after.get(i))) {
                report.accept(path, "hidden layer " + after.get(i) + " stands twice; keep one");
                return false;
            }
        }
        return true;
    }

    private boolean isShort(ImmutableList<Written> layers) {
        if (layers.size() > MOST_LAYERS) {
            report.accept(
                    layers.getFirst().path().replace("[0]", ""),
                    "gives " + layers.size() + " layers, with activations and all that stands between them, and "
                            + MOST_LAYERS + " are the most; take fewer");
            return false;
        }
        return true;
    }

    private boolean shapes(ImmutableList<Written> layers, Optional<Shape> image) {
        // How many features there are is not known yet, and no layer asks.
        Shape shape = image.orElse(Shape.features(1));
        for (var written : layers) {
            if (image.isEmpty() && isForImages(written.layer())) {
                report.accept(
                        written.path(), "takes an image and the model has none; write model.image, such as [8, 8]");
                return false;
            }
            try {
                shape = written.layer().output(shape);
            } catch (IllegalArgumentException e) {
                String message = String.valueOf(e.getMessage());
                report.accept(written.path(), message + wayOut(written, shape, message.contains("fit")));
                return false;
            }
        }
        if (shape.isImage()) {
            report.accept(
                    layers.getLast().path(),
                    "gives an image of " + shape + " and the last layer, which is dense, takes features; put {kind:"
                            + " flatten} behind it");
            return false;
        }
        return true;
    }

    private static boolean isForImages(Layer layer) {
        return layer instanceof Layer.Convolution || layer instanceof Layer.Pooling;
    }

    /** @param isWindow whether the layer's window is what does not fit */
    private static String wayOut(Written written, Shape input, boolean isWindow) {
        if (written.layer() instanceof Layer.Dense) {
            return "; put {kind: flatten} before it";
        }
        if (!isForImages(written.layer())) {
            return "";
        }
        if (!input.isImage()) {
            return "; put it before the features";
        }
        if (!isWindow) {
            return "; take fewer filters";
        }
        String smaller = "; take a smaller one";
        if (written.layer() instanceof Layer.Convolution) {
            smaller += ", or more padding";
        }
        return smaller + (written.path().startsWith("model.filters") ? ", or fewer convolutions" : "");
    }

    private void training(ImmutableList<Written> layers, Optional<Shape> image) {
        var hidden = layers.stream().map(Written::layer).collect(ImmutableList.toImmutableList());
        boolean bias = cell.word("model.bias").equals("true");
        boolean plain = new Architecture(image.orElse(Shape.features(1)), hidden, 2, bias).isPlain();
        if (cell.has("training.clip.per_example") && !plain) {
            report.accept(
                    "training.clip.per_example",
                    "gradients of single examples are bounded in models of dense layers with an activation behind each"
                            + " only; write {norm: bound}, or take out the other layers");
        }
        String normalization = first(layers, Layer.BatchNormalization.class);
        if (normalization != null && cell.find("training.average") instanceof Node.Entries) {
            report.accept(
                    "training.average",
                    "the running statistics of batch normalization belong to the parameters, not to their average;"
                            + " write none, or take batch normalization out");
        }
        String auxiliary = first(layers, Layer.Auxiliary.class);
        if (cell.has("model.start") && (normalization != null || auxiliary != null)) {
            report.accept(
                    "model.start",
                    "start values are those of dense layers; remove start, or batch normalization and auxiliary"
                            + " classifiers");
        }
    }

    /** Path of the first layer of a kind. */
    private static @Nullable String first(ImmutableList<Written> layers, Class<? extends Layer> kind) {
        return layers.stream()
                .filter(written -> kind.isInstance(written.layer()))
                .map(Written::path)
                .findFirst()
                .orElse(null);
    }
}
