package tandem.training.layer;

import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.kernels.MatrixKernels;
import tandem.training.kernels.Product;

/** The products of a block of weights and biases with rows of inputs, a group of rows at a time, so that what is read again is near. */
final class Affine {
    private final MatrixKernels kernels;
    private final int inputCount;
    private final int outputCount;
    private final boolean hasBias;
    private final Signal output;
    private final int groupElements;
    private final Matrix weights;
    private final Matrix weightsByOutput;
    private final Matrix ones;
    private final Matrix outputDeltas;

    /** One a group. */
    private final Product[] forward;

    /** One a group, which adds to the gradient of the groups before. */
    private final Product[] weightGradient;

    private final Product[] biasGradient;

    /** Of the first group of a batch, which writes. */
    private final Product firstWeightGradient;

    private final Product firstBiasGradient;
    private final Product[] inputGradient;

    /**
     * Where the parameters are.
     *
     * @param gradient has the same layout
     */
    @SuppressWarnings("ArrayRecordComponent") // the network's own arrays
    record Place(LaneParameters.Layer layer, double[] parameters, double[] gradient) {}

    /**
     * Products of groups of examples.
     *
     * @param inputDeltas where the gradient of a group's inputs goes, by group
     */
    Affine(Place place, Signal output, int groupSize, Matrix[] inputDeltas, Kernels kernels) {
        var layer = place.layer();
        int lanes = kernels.lanes();
        this.kernels = kernels.matrix();
        this.inputCount = layer.shape().inputCount();
        this.outputCount = layer.shape().outputCount();
        this.hasBias = layer.shape().biasCount() > 0;
        this.output = output;
        this.groupElements = groupSize * output.exampleElements;
        this.weights = layer.weights(place.parameters, lanes);
        int across = Layout.stride(inputCount);
        this.weightsByOutput = Matrix.of(Layout.allocate(outputCount * across, lanes), 0, across, lanes);
        double[] one = Layout.allocate(1, lanes);
        Layout.fill(one, 0, lanes, 1);
        this.ones = Matrix.repeatedRow(one, 0, lanes).transposed();
        this.outputDeltas = output.rows(output.deltas, 0);
        int groups = inputDeltas.length;
        Matrix zeros = Matrix.repeatedRow(Layout.allocate(Math.max(inputCount, outputCount), lanes), 0, lanes);
        Matrix biases = hasBias ? Matrix.repeatedRow(place.parameters, layer.biasesAt(), lanes) : zeros;
        Matrix ofWeights = layer.weights(place.gradient, lanes);
        Matrix ofBiases = hasBias ? Matrix.repeatedRow(place.gradient, layer.biasesAt(), lanes) : zeros;
        this.firstWeightGradient = new Product(outputDeltas, zeros, ofWeights, outputCount);
        this.firstBiasGradient = new Product(outputDeltas, zeros, ofBiases, outputCount);
        this.forward = new Product[groups];
        this.weightGradient = new Product[groups];
        this.biasGradient = new Product[groups];
        this.inputGradient = new Product[groups];
        for (int g = 0; g < groups; g++) {
            Matrix rows = output.rows(output.values, g * groupSize);
            Matrix deltas = output.rows(output.deltas, g * groupSize);
            forward[g] = new Product(weights, biases, rows, outputCount);
            weightGradient[g] = new Product(deltas, ofWeights, ofWeights, outputCount);
            biasGradient[g] = new Product(deltas, ofBiases, ofBiases, outputCount);
            inputGradient[g] = new Product(weightsByOutput, zeros, inputDeltas[g], inputCount);
        }
    }

    /** @param inputs one row an output row of the group */
    void forward(int group, Matrix inputs, int shift, int examples) {
        kernels.multiply(forward[group], inputs, shift, rows(examples), inputCount);
    }

    /**
     * Sums over the rows of a batch, ascending, whatever the groups.
     *
     * @param adds whether to the sums of the rows before; else the group is 0
     */
    void gradient(int group, Matrix inputsByColumn, int shift, int examples, boolean adds) {
        Product ofWeights = adds ? weightGradient[group] : firstWeightGradient;
        kernels.multiply(ofWeights, inputsByColumn, shift, inputCount, rows(examples));
        if (hasBias) {
            kernels.multiply(adds ? biasGradient[group] : firstBiasGradient, ones, 0, 1, rows(examples));
        }
    }

    /** Takes the weights as they are now, for {@link #inputGradient}. */
    void copyWeights() {
        kernels.transpose(weights, weightsByOutput, inputCount, outputCount);
    }

    void inputGradient(int group, int examples) {
        kernels.multiply(inputGradient[group], outputDeltas, group * groupElements, rows(examples), outputCount);
    }

    private int rows(int examples) {
        return examples * output.shape.positions();
    }
}
