package tandem.training;

import static tandem.training.ChunkBuffers.CHUNK;

import java.util.Arrays;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.kernels.MatrixKernels;
import tandem.training.kernels.Product;
import tandem.training.layer.LaneParameters;

/** One dense layer: its outputs for a chunk of examples, their gradients, and its products. */
final class LaneLayer {
    private final MatrixKernels kernels;
    private final int lanes;
    private final Product forward;
    private final Product weightGradient;
    private final Product moreWeightGradient;

    final int inputCount;
    final int outputCount;

    /** Inputs, with the one that is 1 where there are biases. */
    final int parameterRows;

    /** Rows of lanes an example takes in the outputs. */
    final int rowElements;

    /** Elements from one example to the next. */
    final int stride;

    /** {@code [example][output]}. */
    final double[] outputs;

    final Matrix outputRows;
    final Matrix outputsByUnit;

    /** Gradient of the outputs before the activation; the outputs' own place if the layer is the last. */
    final double[] deltas;

    final Matrix deltaRows;

    LaneLayer(LaneParameters.Layer layer, boolean isLast, DenseNetwork network, Matrix zeros) {
        this.lanes = network.layout.lanes();
        this.kernels = network.kernels.matrix();
        inputCount = layer.shape().inputCount();
        outputCount = layer.shape().outputCount();
        // the loss kernels read logits without gaps; in other layers one more unit is 1, the input whose weights are
        // the biases above
        int rows = isLast ? outputCount : Layout.stride(outputCount + 1);
        rowElements = rows;
        stride = rows * lanes;
        outputs = Layout.allocate(CHUNK * rows, lanes);
        outputRows = Matrix.of(outputs, 0, rows, lanes);
        outputsByUnit = outputRows.transposed();
        deltas = isLast ? outputs : Layout.allocate(CHUNK * rows, lanes);
        deltaRows = Matrix.of(deltas, 0, rows, lanes);

        boolean hasBias = layer.end() > layer.biasesAt();
        Matrix biases = hasBias ? Matrix.repeatedRow(network.parameters, layer.biasesAt(), lanes) : zeros;
        forward = new Product(layer.weights(network.parameters, lanes), biases, outputRows, outputCount);
        parameterRows = inputCount + (hasBias ? 1 : 0);
        Matrix gradient = layer.weights(network.gradient, lanes);
        weightGradient = new Product(deltaRows, zeros, gradient, outputCount);
        moreWeightGradient = new Product(deltaRows, gradient, gradient, outputCount);
        if (!isLast) {
            setConstantUnit();
        }
    }

    /** Outputs, before the activation, from the first {@code count} rows of {@code inputs}. */
    void forward(Matrix inputs, int shift, int count) {
        kernels.multiply(forward, inputs, shift, count, inputCount);
    }

    /** Sets the unit behind the last to 1 for all examples of a chunk. */
    void setConstantUnit() {
        for (int at = Layout.FIRST + outputCount * lanes; at < outputs.length; at += stride) {
            Arrays.fill(outputs, at, at + lanes, 1);
        }
    }

    /**
     * Gradients of the weights and, as those of an input that is 1, of the biases, from the deltas.
     *
     * @param inputsByUnit the layer's inputs, {@code (input, example)}, with a row of ones behind the last
     * @param continues whether to add to the gradient of the batch's earlier chunks
     */
    void differentiate(Matrix inputsByUnit, int shift, int count, boolean continues) {
        kernels.multiply(continues ? moreWeightGradient : weightGradient, inputsByUnit, shift, parameterRows, count);
    }
}
