package tandem.training;

import static tandem.training.ChunkBuffers.CHUNK;

import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.kernels.MatrixKernels;
import tandem.training.kernels.Product;

/** One dense layer: its outputs for a chunk of examples, their gradients, and its products. */
final class LaneLayer {
    private final MatrixKernels kernels;
    private final boolean hasBias;
    private final Matrix ones;
    private final Product forward;
    private final Product weightGradient;
    private final Product moreWeightGradient;
    private final Product biasGradient;
    private final Product moreBiasGradient;

    final int inputCount;
    final int outputCount;

    /** Elements from one example to the next. */
    final int stride;

    /** {@code [example][output]}. */
    final double[] outputs;

    final Matrix outputRows;
    final Matrix outputsByUnit;

    /** Gradient of the outputs before the activation; the outputs' own place if the layer is the last. */
    final double[] deltas;

    final Matrix deltaRows;

    LaneLayer(LaneParameters.Layer layer, boolean isLast, LaneNetwork network, Matrix ones, Matrix zeros) {
        int lanes = network.layout.lanes();
        this.kernels = network.kernels.matrix();
        this.hasBias = layer.end() > layer.biasesAt();
        this.ones = ones;
        inputCount = layer.shape().inputCount();
        outputCount = layer.shape().outputCount();
        // the loss kernels read logits without gaps
        int rows = isLast ? outputCount : Layout.stride(outputCount);
        stride = rows * lanes;
        outputs = Layout.allocate(CHUNK * rows, lanes);
        outputRows = Matrix.of(outputs, 0, rows, lanes);
        outputsByUnit = outputRows.transposed();
        deltas = isLast ? outputs : Layout.allocate(CHUNK * rows, lanes);
        deltaRows = Matrix.of(deltas, 0, rows, lanes);

        Matrix biases = hasBias ? Matrix.repeatedRow(network.parameters, layer.biasesAt(), lanes) : zeros;
        forward = new Product(layer.weights(network.parameters, lanes), biases, outputRows, outputCount);
        Matrix weights = layer.weights(network.gradient, lanes);
        weightGradient = new Product(deltaRows, zeros, weights, outputCount);
        moreWeightGradient = new Product(deltaRows, weights, weights, outputCount);
        Matrix bias = hasBias ? Matrix.repeatedRow(network.gradient, layer.biasesAt(), lanes) : zeros;
        biasGradient = new Product(deltaRows, zeros, bias, outputCount);
        moreBiasGradient = new Product(deltaRows, bias, bias, outputCount);
    }

    /** Outputs, before the activation, from the first {@code count} rows of {@code inputs}. */
    void forward(Matrix inputs, int shift, int count) {
        kernels.multiply(forward, inputs, shift, count, inputCount);
    }

    /**
     * Gradients of weights and biases from the deltas.
     *
     * @param inputsByUnit the layer's inputs, {@code (input, example)}
     * @param continues whether to add to the gradient of the batch's earlier chunks
     */
    void differentiate(Matrix inputsByUnit, int shift, int count, boolean continues) {
        kernels.multiply(continues ? moreWeightGradient : weightGradient, inputsByUnit, shift, inputCount, count);
        if (hasBias) {
            kernels.multiply(continues ? moreBiasGradient : biasGradient, ones, 0, 1, count);
        }
    }
}
