package tandem.experiment.export;

import java.util.Locale;
import tandem.training.model.Architecture;
import tandem.training.model.Architecture.Placed;
import tandem.training.model.Layer;
import tandem.training.model.Padding;
import tandem.training.model.Shape;
import tools.jackson.core.JsonGenerator;

/** Every layer of a network with its settings, what it takes and gives, and where its parameters are. */
final class NetworkJson {
    private final JsonGenerator json;
    private int dropouts;

    private NetworkJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Architecture architecture, JsonGenerator json) {
        var network = new NetworkJson(json);
        json.writeArrayPropertyStart("network");
        architecture.placed().forEach(network::write);
        json.writeEndArray();
    }

    private void write(Placed placed) {
        json.writeStartObject();
        settings(placed.layer());
        write("input", placed.input());
        write("output", placed.output());
        if (placed.block() >= 0) {
            json.writeNumberProperty("parameters", placed.block() + 1);
        }
        json.writeEndObject();
    }

    private void settings(Layer layer) {
        switch (layer) {
            case Layer.Dense(int units, boolean bias) -> {
                kind("dense");
                json.writeNumberProperty("units", units);
                json.writeBooleanProperty("bias", bias);
            }
            case Layer.Convolution convolution -> convolution(convolution);
            case Layer.Pooling pooling -> {
                kind(lower(pooling.pool()) + "_pooling");
                window(pooling.size(), pooling.stride());
            }
            case Layer.Flatten _ -> kind("flatten");
            case Layer.BatchNormalization normalization -> {
                kind("batch_normalization");
                json.writeStringProperty("form", lower(normalization.form()));
                json.writeNumberProperty("momentum", normalization.momentum());
                json.writeNumberProperty("epsilon", normalization.epsilon());
            }
            case Layer.Dropout(double rate) -> {
                kind("dropout");
                json.writeNumberProperty("rate", rate);
                json.writeNumberProperty("index", dropouts++);
            }
            case Layer.Activate(var activation) -> kind(lower(activation));
            case Layer.Auxiliary(double weight, boolean bias) -> {
                kind("auxiliary");
                json.writeNumberProperty("weight", weight);
                json.writeBooleanProperty("bias", bias);
            }
        }
    }

    private void convolution(Layer.Convolution layer) {
        kind("convolution");
        json.writeNumberProperty("filters", layer.filters());
        window(layer.size(), layer.stride());
        switch (layer.padding()) {
            case Padding.Same _ -> json.writeStringProperty("padding", "same");
            case Padding.Border(int width) -> json.writeNumberProperty("padding", width);
        }
        json.writeBooleanProperty("bias", layer.bias());
    }

    private void kind(String kind) {
        json.writeStringProperty("kind", kind);
    }

    private void window(int size, int stride) {
        json.writeNumberProperty("size", size);
        json.writeNumberProperty("stride", stride);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void write(String name, Shape shape) {
        json.writeArrayPropertyStart(name);
        if (shape.isImage()) {
            json.writeNumber(shape.height());
            json.writeNumber(shape.width());
        }
        json.writeNumber(shape.channels());
        json.writeEndArray();
    }
}
