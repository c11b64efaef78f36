package tandem.training.layer;

import com.google.common.collect.ImmutableList;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.model.Architecture;

/**
 * Where the parameters of a pack lie: layer by layer, its weights {@code [input][output]} in rows of {@link Layout#stride}, then its biases. Unused
 * elements between the rows are 0 and stay 0, in the parameters as in whatever is computed from them.
 */
public record LaneParameters(ImmutableList<Layer> layers, int lanes) {

    /**
     * One layer's place.
     *
     * @param weightsAt row of the array at which its weights begin
     * @param biasesAt row at which its biases begin: where the weights end
     * @param end row behind it
     */
    public record Layer(Architecture.Block shape, int weightsAt, int biasesAt, int end) {

        public int stride() {
            return Layout.stride(shape.outputCount());
        }

        /** Its weights in {@code values}, {@code (input, output)}. */
        public Matrix weights(double[] values, int lanes) {
            return Matrix.of(values, weightsAt, stride(), lanes);
        }

        private int weightAt(int output, int input) {
            return weightsAt + input * stride() + output;
        }
    }

    public static LaneParameters of(Architecture architecture, int lanes) {
        var layers = ImmutableList.<Layer>builder();
        int at = 0;
        for (var shape : architecture.blocks()) {
            int biasesAt =
                    Math.addExact(at, Math.multiplyExact(shape.inputCount(), Layout.stride(shape.outputCount())));
            int end = Math.addExact(biasesAt, shape.biasCount());
            layers.add(new Layer(shape, at, biasesAt, end));
            at = end;
        }
        return new LaneParameters(layers.build(), lanes);
    }

    /** Zeros, one row a parameter or unused element. */
    public double[] allocate() {
        return Layout.allocate(layers.getLast().end(), lanes);
    }

    /** Sets one lane of {@code parameters} to {@code values}, which lie as {@link Architecture#blocks} says. */
    public void set(double[] parameters, int lane, double[] values) {
        for (var layer : layers) {
            var shape = layer.shape();
            for (int i = 0; i < shape.weightCount(); i++) {
                int row = layer.weightAt(i / shape.inputCount(), i % shape.inputCount());
                parameters[Layout.at(row, lanes) + lane] = values[shape.weightsAt() + i];
            }
            for (int row = layer.biasesAt(); row < layer.end(); row++) {
                parameters[Layout.at(row, lanes) + lane] = values[shape.biasesAt() + row - layer.biasesAt()];
            }
        }
    }

    /** One lane of {@code parameters}, as {@link Architecture#blocks} says. */
    public double[] get(double[] parameters, int lane, int parameterCount) {
        double[] values = new double[parameterCount];
        for (var layer : layers) {
            var shape = layer.shape();
            for (int i = 0; i < shape.weightCount(); i++) {
                int row = layer.weightAt(i / shape.inputCount(), i % shape.inputCount());
                values[shape.weightsAt() + i] = parameters[Layout.at(row, lanes) + lane];
            }
            for (int row = layer.biasesAt(); row < layer.end(); row++) {
                values[shape.biasesAt() + row - layer.biasesAt()] = parameters[Layout.at(row, lanes) + lane];
            }
        }
        return values;
    }
}
