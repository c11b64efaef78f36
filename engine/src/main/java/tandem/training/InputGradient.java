package tandem.training;

import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.kernels.MatrixKernels;
import tandem.training.kernels.Product;
import tandem.training.layer.LaneParameters;

/** Carries the gradient of a layer's outputs down to its inputs, with a copy of the weights whose columns are the inputs. */
final class InputGradient {
    private final MatrixKernels kernels;
    private final LaneLayer layer;
    private final Matrix weights;
    private final Matrix weightsByOutput;
    private final Product product;

    InputGradient(LaneParameters.Layer place, LaneLayer layer, LaneLayer below, DenseNetwork network, Matrix zeros) {
        int lanes = network.layout.lanes();
        this.kernels = network.kernels.matrix();
        this.layer = layer;
        this.weights = place.weights(network.parameters, lanes);
        int rows = Layout.stride(layer.inputCount);
        this.weightsByOutput = Matrix.of(Layout.allocate(layer.outputCount * rows, lanes), 0, rows, lanes);
        this.product = new Product(weightsByOutput, zeros, below.deltaRows, layer.inputCount);
    }

    /** Takes the weights as they are now. */
    void copyWeights() {
        kernels.transpose(weights, weightsByOutput, layer.inputCount, layer.outputCount);
    }

    /** Deltas of the layer below, but for the slope of its activation. */
    void apply(int count) {
        kernels.multiply(product, layer.deltaRows, 0, count, layer.outputCount);
    }
}
