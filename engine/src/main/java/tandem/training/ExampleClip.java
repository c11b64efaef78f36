package tandem.training;

import java.util.Arrays;
import tandem.training.kernels.ClipKernels;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.LossKernels;
import tandem.training.kernels.Matrix;

/**
 * Shortens the gradient of each example to a norm. That gradient is, layer by layer, the outer product of the layer's deltas and its inputs, with an
 * input 1 where there are biases; so its squared norm is the sum over layers of {@code |delta|^2 |input|^2}.
 */
final class ExampleClip {
    private final ClipKernels kernels;
    private final LossKernels rows;
    private final double[] bound;
    private final double[] deltaSquares;
    private final double[] inputSquares;
    private double scale = 1;

    /** {@code [example][lane]}: squared norms, then the factors of the examples. */
    private final double[] factors;

    /** @param bound one row */
    ExampleClip(double[] bound, Kernels kernels) {
        this.kernels = kernels.clip();
        this.rows = kernels.loss();
        this.bound = bound;
        this.deltaSquares = Layout.allocate(ChunkBuffers.CHUNK, kernels.lanes());
        this.inputSquares = Layout.allocate(ChunkBuffers.CHUNK, kernels.lanes());
        this.factors = Layout.allocate(ChunkBuffers.CHUNK, kernels.lanes());
    }

    /** The deltas are of single examples; those that come out are also multiplied by {@code factor}. */
    ExampleClip toMean(double factor) {
        scale = factor;
        return this;
    }

    void begin() {
        Arrays.fill(factors, 0);
    }

    /** Adds a layer's part to the squared norms. */
    void add(LaneLayer layer, Matrix inputs, int shift, int count) {
        kernels.rowSquares(layer.deltaRows, 0, layer.outputCount, count, deltaSquares);
        kernels.rowSquares(inputs, shift, layer.parameterRows, count, inputSquares);
        kernels.addProducts(deltaSquares, inputSquares, count, factors);
    }

    /** After the last layer. */
    void end(int count) {
        kernels.clipFactors(factors, bound, scale, count);
    }

    void shorten(LaneLayer layer, int count) {
        rows.weigh(layer.deltas, layer.rowElements, factors, Layout.FIRST, count);
    }
}
