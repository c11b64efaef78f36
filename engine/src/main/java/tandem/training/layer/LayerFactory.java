package tandem.training.layer;

import tandem.training.kernels.Kernels;
import tandem.training.model.Architecture;
import tandem.training.model.Architecture.Placed;
import tandem.training.model.Layer;
import tandem.training.model.Shape;

/** Builds the layers of a chain, each with room for the examples of a pass. */
final class LayerFactory {
    private final LayerChain.Setting setting;
    private final int room;
    private final int logitCount;

    /** Block of the last layer. */
    private final int lastBlock;

    LayerFactory(Architecture architecture, int room, LayerChain.Setting setting) {
        this.setting = setting;
        this.room = room;
        this.logitCount = architecture.outputCount();
        this.lastBlock = architecture.placed().getLast().block();
    }

    /**
     * The layer in its place.
     *
     * @param owned whether only this layer reads the input's values
     * @param passesOn whether a layer below has parameters
     * @param dropouts number of dropouts below
     */
    PackLayer layer(Placed placed, Signal below, boolean owned, boolean passesOn, int dropouts) {
        Kernels kernels = setting.kernels();
        return switch (placed.layer()) {
            case Layer.Dense _ -> {
                boolean isLast = placed.block() == lastBlock;
                var output = isLast ? Signal.ofLogits(placed.output().count(), room, kernels.lanes()) : signal(placed);
                yield new DenseLayer(place(placed), below, output, passesOn, kernels);
            }
            case Layer.Convolution convolution -> {
                var window = Window.of(convolution, placed.input());
                yield new ConvolutionLayer(place(placed), window, below, signal(placed), passesOn, kernels);
            }
            case Layer.Pooling pooling ->
                new PoolingLayer(pooling.pool(), Window.of(pooling, placed.input()), below, signal(placed), kernels);
            case Layer.Flatten _ -> new FlattenLayer(below, signal(placed));
            case Layer.BatchNormalization normalization ->
                new NormalizationLayer(normalization, place(placed), below, signal(placed), kernels);
            case Layer.Dropout dropout ->
                new DropoutLayer(dropout.rate(), setting.dropout(), dropouts, below, signal(placed), kernels);
            case Layer.Activate activate ->
                new ActivationLayer(activate.activation(), below, owned ? below : signal(placed), kernels);
            case Layer.Auxiliary _ -> throw new IllegalArgumentException("beside the main way: " + placed);
        };
    }

    AuxiliaryLayer auxiliary(Layer.Auxiliary layer, Placed placed, Signal trunk) {
        int lanes = setting.kernels().lanes();
        var branch = Signal.of(Shape.features(placed.input().count()), room, lanes);
        var logits = Signal.ofLogits(logitCount, room, lanes);
        return new AuxiliaryLayer(layer.weight(), place(placed), trunk, branch, logits, setting.kernels());
    }

    private Signal signal(Placed placed) {
        return Signal.of(placed.output(), room, setting.kernels().lanes());
    }

    private Affine.Place place(Placed placed) {
        return new Affine.Place(
                setting.layout().layers().get(placed.block()), setting.parameters(), setting.gradient());
    }
}
