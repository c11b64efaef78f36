package tandem.training;

import static tandem.training.ChunkBuffers.CHUNK;

import com.google.common.collect.ImmutableList;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.model.Activation;
import tandem.training.model.Architecture;

/** The networks of a pack: parameters, their gradients, and the passes of a chunk of examples through all layers. */
final class LaneNetwork {
    private final Kernels kernels;
    private final Activation activation;
    private final boolean hasBias;
    private final ImmutableList<LaneLayer> layers;
    private final Matrix zeros;
    private final Matrix ones;

    /** {@code [parameter][lane]}, in the order of {@link Architecture#layers}. */
    final double[] parameters;

    final double[] gradient;

    LaneNetwork(Architecture architecture, Kernels kernels) {
        int lanes = kernels.lanes();
        this.kernels = kernels;
        this.activation = architecture.activation();
        this.hasBias = architecture.bias();
        this.parameters = Layout.allocate(architecture.parameterCount(), lanes);
        this.gradient = Layout.allocate(architecture.parameterCount(), lanes);
        double[] constants = Layout.allocate(2, lanes);
        Layout.fill(constants, 1, lanes, 1);
        this.zeros = Matrix.repeatedElement(constants, 0, lanes);
        this.ones = Matrix.repeatedElement(constants, 1, lanes);
        this.layers = architecture.layers().stream()
                .map(layer -> new LaneLayer(layer, this, lanes))
                .collect(ImmutableList.toImmutableList());
    }

    /** One dense layer's views of the shared arrays, and its outputs and their gradients for a chunk. */
    private static final class LaneLayer {
        final int inputCount;
        final int outputCount;
        final int outputElements;
        final Matrix weights;
        final Matrix weightsByInput;
        final Matrix weightGradientByInput;
        final Matrix biases;
        final Matrix biasGradient;
        final double[] outputs;
        final double[] outputGradient;
        final Matrix outputRows;
        final Matrix outputsByUnit;
        final Matrix gradientRows;
        final Matrix gradientsByUnit;

        LaneLayer(Architecture.Layer layer, LaneNetwork network, int lanes) {
            inputCount = layer.inputCount();
            outputCount = layer.outputCount();
            outputElements = outputCount * lanes;
            weights = Matrix.of(network.parameters, layer.weightsAt(), inputCount, lanes);
            weightsByInput = weights.transposed();
            weightGradientByInput =
                    Matrix.of(network.gradient, layer.weightsAt(), inputCount, lanes).transposed();
            biases = network.hasBias
                    ? Matrix.repeatedRow(network.parameters, layer.biasesAt(), lanes)
                    : network.zeros;
            biasGradient = network.hasBias
                    ? Matrix.repeatedRow(network.gradient, layer.biasesAt(), lanes)
                    : network.zeros;
            outputs = Layout.allocate(CHUNK * outputCount, lanes);
            outputGradient = Layout.allocate(CHUNK * outputCount, lanes);
            outputRows = Matrix.of(outputs, 0, outputCount, lanes);
            outputsByUnit = outputRows.transposed();
            gradientRows = Matrix.of(outputGradient, 0, outputCount, lanes);
            gradientsByUnit = gradientRows.transposed();
        }
    }

    /** Sets the parameters of one lane. */
    void start(int lane, double[] values) {
        for (int i = 0; i < values.length; i++) {
            parameters[Layout.at(i, kernels.lanes()) + lane] = values[i];
        }
    }

    /** The parameters of one lane. */
    double[] parametersOf(int lane, int parameterCount) {
        double[] values = new double[parameterCount];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters[Layout.at(i, kernels.lanes()) + lane];
        }
        return values;
    }

    /** Logits {@code [example][logit]} of examples [first, first + count), at most a chunk; the caller may overwrite them. */
    double[] forward(LaneExamples examples, int first, int count) {
        Matrix input = examples.rows;
        int shift = examples.featureShift(first);
        for (int l = 0; l < layers.size(); l++) {
            var layer = layers.get(l);
            kernels.matrix().multiply(input, shift, layer.weights, layer.biases, layer.outputRows, count, layer.outputCount, layer.inputCount);
            if (l < layers.size() - 1) {
                activate(layer.outputs, Layout.FIRST + count * layer.outputElements);
            }
            input = layer.outputRows;
            shift = 0;
        }
        return layers.getLast().outputs;
    }

    /**
     * Gradient of the parameters from that of the logits, which stands where {@link #forward} put them.
     *
     * @param continues whether to add to the gradient of the batch's earlier chunks
     */
    void backward(LaneExamples examples, int first, int count, boolean continues) {
        var last = layers.getLast();
        Matrix delta = last.outputRows;
        Matrix deltaByUnit = last.outputsByUnit;
        for (int l = layers.size() - 1; l > 0; l--) {
            var layer = layers.get(l);
            var below = layers.get(l - 1);
            addGradients(layer, below.outputsByUnit, 0, deltaByUnit, count, continues);
            kernels.matrix()
                    .multiply(delta, 0, layer.weightsByInput, zeros, below.gradientRows, count, layer.inputCount, layer.outputCount);
            activationGradient(below.outputs, below.outputGradient, Layout.FIRST + count * below.outputElements);
            delta = below.gradientRows;
            deltaByUnit = below.gradientsByUnit;
        }
        addGradients(layers.getFirst(), examples.byFeature, examples.featureShift(first), deltaByUnit, count, continues);
    }

    private void addGradients(LaneLayer layer, Matrix inputs, int shift, Matrix deltas, int count, boolean continues) {
        Matrix weights = layer.weightGradientByInput;
        kernels.matrix()
                .multiply(inputs, shift, deltas, continues ? weights : zeros, weights, layer.inputCount, layer.outputCount, count);
        if (hasBias) {
            Matrix biases = layer.biasGradient;
            kernels.matrix().multiply(ones, 0, deltas, continues ? biases : zeros, biases, 1, layer.outputCount, count);
        }
    }

    private void activate(double[] z, int to) {
        switch (activation) {
            case RELU -> kernels.activation().relu(z, Layout.FIRST, to);
            case TANH -> kernels.activation().tanh(z, Layout.FIRST, to);
            case SIGMOID -> kernels.activation().sigmoid(z, Layout.FIRST, to);
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
