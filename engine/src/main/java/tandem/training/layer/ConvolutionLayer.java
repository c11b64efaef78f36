package tandem.training.layer;

import java.util.Arrays;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Matrix;

/** A convolution as a product: every window is a row of inputs, every filter an output. */
final class ConvolutionLayer implements PackLayer {
    /** Rows whose products are taken together, at least: their windows stay in the first-level cache. */
    private static final int GROUP_ROWS = 32;

    private final Signal input;
    private final Signal output;
    private final boolean passesOn;
    private final int group;
    private final Patches patches;
    private final Patches patchDeltas;
    private final Affine affine;

    /**
     * A layer with room for as many examples as its input.
     *
     * @param passesOn whether something below learns
     */
    ConvolutionLayer(
            Affine.Place place, Window window, Signal input, Signal output, boolean passesOn, Kernels kernels) {
        this.input = input;
        this.output = output;
        this.passesOn = passesOn;
        this.group = Math.ceilDiv(GROUP_ROWS, window.output().positions());
        this.patches = new Patches(window, input, group, kernels);
        this.patchDeltas = new Patches(window, input, group, kernels);
        int examples = (input.values.length - input.end(0)) / input.exampleElements;
        var inputDeltas = new Matrix[Math.ceilDiv(examples, group)];
        Arrays.fill(inputDeltas, patchDeltas.rows);
        this.affine = new Affine(place, output, group, inputDeltas, kernels);
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void infer(int count) {
        for (int first = 0, g = 0; first < count; first += group, g++) {
            int examples = Math.min(group, count - first);
            patches.take(first, examples);
            affine.forward(g, patches.rows, 0, examples);
        }
    }

    @Override
    public void backward(int count, boolean continues) {
        if (passesOn && !continues) {
            affine.copyWeights();
        }
        if (passesOn) {
            input.clearDeltas(count);
        }
        for (int first = 0, g = 0; first < count; first += group, g++) {
            int examples = Math.min(group, count - first);
            patches.take(first, examples);
            affine.gradient(g, patches.byColumn, 0, examples, continues || first > 0);
            if (passesOn) {
                affine.inputGradient(g, examples);
                patchDeltas.addTo(first, examples);
            }
        }
    }
}
