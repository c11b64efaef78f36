package tandem.training;

import com.google.common.collect.ImmutableList;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.model.Activation;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;

/** Networks of dense layers with one activation: a chunk of examples goes through all layers forth and back before the next. */
final class DenseNetwork extends LaneNetwork {
    private final Activation activation;
    private final ImmutableList<LaneLayer> layers;

    /** Entry l leads from layer l + 1 to layer l. */
    private final ImmutableList<InputGradient> inputGradients;

    /** @param architecture a plain one */
    DenseNetwork(Architecture architecture, Kernels kernels) {
        super(architecture, kernels);
        int lanes = kernels.lanes();
        this.activation =
                architecture.hidden().size() > 1 && architecture.hidden().get(1) instanceof Layer.Activate hidden
                        ? hidden.activation()
                        : Activation.RELU;
        Matrix zeros = Matrix.repeatedRow(Layout.allocate(widest(architecture), lanes), 0, lanes);
        var built = ImmutableList.<LaneLayer>builder();
        for (var place : layout.layers()) {
            built.add(new LaneLayer(
                    place, place.end() == layout.layers().getLast().end(), this, zeros));
        }
        this.layers = built.build();
        var links = ImmutableList.<InputGradient>builder();
        for (int l = 1; l < layers.size(); l++) {
            links.add(new InputGradient(layout.layers().get(l), layers.get(l), layers.get(l - 1), this, zeros));
        }
        this.inputGradients = links.build();
    }

    private static int widest(Architecture architecture) {
        return architecture.blocks().stream()
                .mapToInt(block -> Math.max(block.inputCount(), block.outputCount()))
                .max()
                .orElseThrow();
    }

    @Override
    double[] forward(LaneExamples examples, int first, int count) {
        layers.getFirst().forward(examples.rows, examples.featureShift(first), count);
        for (int l = 1; l < layers.size(); l++) {
            var below = layers.get(l - 1);
            activate(below, Layout.FIRST + count * below.stride);
            layers.get(l).forward(below.outputRows, 0, count);
        }
        return layers.getLast().outputs;
    }

    /**
     * Gradient of the parameters from that of the logits, which stands where {@link #forward} put them.
     *
     * @param continues whether to add to the gradient of the batch's earlier chunks
     */
    void backward(LaneExamples examples, int first, int count, boolean continues) {
        for (int l = layers.size() - 1; l > 0; l--) {
            var below = layers.get(l - 1);
            var inputGradient = inputGradients.get(l - 1);
            layers.get(l).differentiate(below.outputsByUnit, 0, count, continues);
            if (!continues) {
                inputGradient.copyWeights();
            }
            inputGradient.apply(count);
            activationGradient(below.outputs, below.deltas, Layout.FIRST + count * below.stride);
        }
        layers.getFirst().differentiate(examples.byFeature, examples.featureShift(first), count, continues);
    }

    /** As {@link #backward(LaneExamples, int, int, boolean)} with the gradient of each example shortened: its norm needs the deltas of all layers first. */
    void backward(LaneExamples examples, int first, int count, boolean continues, ExampleClip clip) {
        clip.begin();
        for (int l = layers.size() - 1; l > 0; l--) {
            var below = layers.get(l - 1);
            var inputGradient = inputGradients.get(l - 1);
            clip.add(layers.get(l), below.outputRows, 0, count);
            if (!continues) {
                inputGradient.copyWeights();
            }
            inputGradient.apply(count);
            activationGradient(below.outputs, below.deltas, Layout.FIRST + count * below.stride);
        }
        clip.add(layers.getFirst(), examples.rows, examples.featureShift(first), count);
        clip.end(count);
        for (int l = layers.size() - 1; l > 0; l--) {
            clip.shorten(layers.get(l), count);
            layers.get(l).differentiate(layers.get(l - 1).outputsByUnit, 0, count, continues);
        }
        clip.shorten(layers.getFirst(), count);
        layers.getFirst().differentiate(examples.byFeature, examples.featureShift(first), count, continues);
    }

    private void activate(LaneLayer layer, int to) {
        double[] z = layer.outputs;
        switch (activation) {
            case RELU -> kernels.activation().relu(z, Layout.FIRST, to); // leaves the constant unit at 1
            case TANH -> {
                kernels.activation().tanh(z, Layout.FIRST, to);
                layer.setConstantUnit();
            }
            case SIGMOID -> {
                kernels.activation().sigmoid(z, Layout.FIRST, to);
                layer.setConstantUnit();
            }
        }
    }

    private void activationGradient(double[] h, double[] d, int to) {
        switch (activation) {
            case RELU -> kernels.activation().reluGradient(h, d, Layout.FIRST, to);
            case TANH -> kernels.activation().tanhGradient(h, d, Layout.FIRST, to);
            case SIGMOID -> kernels.activation().sigmoidGradient(h, d, Layout.FIRST, to);
        }
    }
}
