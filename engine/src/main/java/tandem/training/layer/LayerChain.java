package tandem.training.layer;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;
import tandem.training.random.RandomStream;

/** The layers of a pack's networks, first to last, with the signals between them. */
public final class LayerChain {

    /**
     * What a chain computes with.
     *
     * @param parameters where {@code layout} says, as is {@code gradient}
     * @param dropout streams of the masks, one a lane
     */
    @SuppressWarnings("ArrayRecordComponent") // the network's own arrays
    public record Setting(
            Kernels kernels,
            LaneParameters layout,
            double[] parameters,
            double[] gradient,
            List<RandomStream> dropout) {}

    private final int lanes;
    private final Signal input;

    /** One a layer of the architecture but the auxiliary ones. */
    private final ImmutableList<PackLayer> layers;

    private final ImmutableList<AuxiliaryLayer> auxiliaries;

    /** {@code beneath.get(i)} main layers lie below auxiliary i. */
    private final ImmutableList<Integer> beneath;

    private final ImmutableList<NormalizationLayer> normalizations;

    /** Layers below it have no parameters. */
    private final int firstLearning;

    /** @param room examples of a pass at most */
    public LayerChain(Architecture architecture, int room, Setting setting) {
        this.lanes = setting.kernels.lanes();
        this.input = Signal.of(architecture.input(), room, lanes);
        var factory = new LayerFactory(architecture, room, setting);
        var main = ImmutableList.<PackLayer>builder();
        var side = ImmutableList.<AuxiliaryLayer>builder();
        var below = ImmutableList.<Integer>builder();
        Signal signal = input;
        boolean owned = false;
        int depth = 0;
        int learning = Integer.MAX_VALUE;
        int dropouts = 0;
        for (var placed : architecture.placed()) {
            if (placed.layer() instanceof Layer.Auxiliary auxiliary) {
                side.add(factory.auxiliary(auxiliary, placed, signal));
                below.add(depth);
                owned = false;
                continue;
            }
            if (placed.block() >= 0) {
                learning = Math.min(learning, depth);
            }
            var layer = factory.layer(placed, signal, owned, learning < depth, dropouts);
            dropouts += placed.layer() instanceof Layer.Dropout ? 1 : 0;
            main.add(layer);
            signal = layer.output();
            owned = placed.block() >= 0;
            depth++;
        }
        this.layers = main.build();
        this.auxiliaries = side.build();
        this.beneath = below.build();
        this.firstLearning = learning;
        this.normalizations = layers.stream()
                .filter(NormalizationLayer.class::isInstance)
                .map(NormalizationLayer.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    public Signal input() {
        return input;
    }

    public ImmutableList<AuxiliaryLayer> auxiliaries() {
        return auxiliaries;
    }

    public Signal logits() {
        return layers.getLast().output();
    }

    /** Logits of the first {@code count} examples of the input, as outside training; the auxiliary ones are left as they are. */
    public void infer(int count) {
        for (var layer : layers) {
            layer.infer(count);
        }
    }

    /** Auxiliary logits of the examples that went through {@link #infer} last. */
    public void inferAuxiliaries(int count) {
        for (var auxiliary : auxiliaries) {
            auxiliary.infer(count);
        }
    }

    /**
     * All logits of a batch.
     *
     * @param position of its first example in the epoch
     */
    public void train(int count, int position) {
        for (var layer : layers) {
            layer.train(count, position);
        }
        inferAuxiliaries(count);
    }

    /**
     * From the deltas of all logits to the gradient of all parameters.
     *
     * @param continues whether to add to the gradient of the batch's earlier examples
     */
    public void backward(int count, boolean continues) {
        int auxiliary = auxiliaries.size() - 1;
        for (int depth = layers.size(); depth >= 0; depth--) {
            while (auxiliary >= 0 && beneath.get(auxiliary) == depth) {
                auxiliaries.get(auxiliary--).backward(count, continues);
            }
            if (depth > firstLearning) {
                layers.get(depth - 1).backward(count, continues);
            }
        }
    }

    public void beginEpoch(int epoch) {
        layers.forEach(layer -> layer.beginEpoch(epoch));
    }

    /** Running statistics of one lane: of each batch normalization the means of its channels, then their variances. */
    public double[] statistics(int lane) {
        return normalizations.stream()
                .flatMapToDouble(layer ->
                        DoubleStream.concat(ofLane(layer.runningMean, lane), ofLane(layer.runningVariance, lane)))
                .toArray();
    }

    private DoubleStream ofLane(double[] rows, int lane) {
        int count = (rows.length - Layout.FIRST) / lanes;
        return IntStream.range(0, count).mapToDouble(row -> rows[Layout.at(row, lanes) + lane]);
    }
}
