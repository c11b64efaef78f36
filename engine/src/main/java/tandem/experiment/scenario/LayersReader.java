package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.model.Activation;
import tandem.training.model.Layer;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.model.ModelKind;
import tandem.training.model.Padding;
import tandem.training.model.Shape;

/** Reads the hidden layers of a resolved model: those that it lists, or those that its short form stands for. */
final class LayersReader {

    /**
     * A layer of a model.
     *
     * @param path of the value that asks for it
     */
    record Written(Layer layer, String path) {}

    private LayersReader() {}

    static ImmutableList<Written> layers(Settings model) {
        return switch (model.choice("kind", ModelKind.class)) {
            case LOGISTIC, SOFTMAX -> ImmutableList.of();
            case MLP, CNN -> new ShortForm(model).layers();
            case LAYERS -> listed(items(model.find("layers")));
        };
    }

    /** @throws IllegalArgumentException in a sentence, if there is no such image */
    static Optional<Shape> image(Settings model) {
        var lengths = ConditionsReader.list(model.find("image"), ConditionsReader::integer);
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        if (lengths.size() > 3) {
            throw new IllegalArgumentException("must be [height, width] or [height, width, channels]: " + lengths);
        }
        return Optional.of(Shape.image(lengths.get(0), lengths.get(1), lengths.size() == 3 ? lengths.get(2) : 1));
    }

    private static ImmutableList<Written> listed(ImmutableList<Node> items) {
        var layers = ImmutableList.<Written>builder();
        for (int i = 0; i < items.size(); i++) {
            layers.add(new Written(layer(new Settings((Node.Entries) items.get(i))), "model.layers[" + i + "]"));
        }
        return layers.build();
    }

    private static Layer layer(Settings layer) {
        return switch (layer.text("kind")) {
            case "dense" -> new Layer.Dense(layer.whole("units"), layer.flag("bias"));
            case "convolution" ->
                new Layer.Convolution(
                        layer.whole("filters"),
                        layer.whole("size"),
                        layer.whole("stride"),
                        padding(layer.text("padding")),
                        layer.flag("bias"));
            case "max_pooling" -> pooling(Layer.Pool.MAX, layer);
            case "average_pooling" -> pooling(Layer.Pool.AVERAGE, layer);
            case "flatten" -> new Layer.Flatten();
            case "batch_normalization" -> normalization(layer);
            case "dropout" -> new Layer.Dropout(layer.real("rate"));
            case "relu", "tanh", "sigmoid" -> new Layer.Activate(layer.choice("kind", Activation.class));
            case "auxiliary" -> new Layer.Auxiliary(layer.real("weight"), layer.flag("bias"));
            default -> throw new IllegalArgumentException("the schema knows a layer that has no type: " + layer);
        };
    }

    private static Layer pooling(Layer.Pool pool, Settings layer) {
        int size = layer.whole("size");
        return new Layer.Pooling(pool, size, layer.has("stride") ? layer.whole("stride") : size);
    }

    static Layer normalization(Settings layer) {
        return new Layer.BatchNormalization(
                layer.choice("form", NormalizationForm.class), layer.real("momentum"), layer.real("epsilon"));
    }

    static Padding padding(String text) {
        return switch (text) {
            case "same" -> new Padding.Same();
            case "valid" -> new Padding.Border(0);
            default -> new Padding.Border(Integer.parseInt(text));
        };
    }

    static ImmutableList<Node> items(@Nullable Node node) {
        return node instanceof Node.Items list ? list.items() : ImmutableList.of();
    }
}
