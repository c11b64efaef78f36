package tandem.training.layer;

import tandem.training.kernels.Kernels;
import tandem.training.kernels.Matrix;

/** {@code z = W x + b}. */
final class DenseLayer implements PackLayer {
    /** Examples whose products are taken together. */
    private static final int GROUP = 32;

    private final Signal input;
    private final Signal output;
    private final boolean passesOn;
    private final Affine affine;
    private final Matrix inputs;
    private final Matrix inputsByColumn;

    /**
     * A layer with room for as many examples as its input.
     *
     * @param passesOn whether something below learns
     */
    DenseLayer(Affine.Place place, Signal input, Signal output, boolean passesOn, Kernels kernels) {
        this.input = input;
        this.output = output;
        this.passesOn = passesOn;
        this.inputs = input.rows(input.values, 0);
        this.inputsByColumn = inputs.transposed();
        int examples = (input.values.length - input.end(0)) / input.exampleElements;
        var inputDeltas = new Matrix[Math.ceilDiv(examples, GROUP)];
        for (int g = 0; g < inputDeltas.length; g++) {
            inputDeltas[g] = input.rows(input.deltas, g * GROUP);
        }
        this.affine = new Affine(place, output, GROUP, inputDeltas, kernels);
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void infer(int count) {
        for (int first = 0, group = 0; first < count; first += GROUP, group++) {
            affine.forward(group, inputs, first * input.exampleElements, Math.min(GROUP, count - first));
        }
    }

    @Override
    public void backward(int count, boolean continues) {
        if (passesOn && !continues) {
            affine.copyWeights();
        }
        for (int first = 0, group = 0; first < count; first += GROUP, group++) {
            int examples = Math.min(GROUP, count - first);
            boolean adds = continues || first > 0;
            affine.gradient(group, inputsByColumn, first * input.exampleElements, examples, adds);
            if (passesOn) {
                affine.inputGradient(group, examples);
            }
        }
    }
}
