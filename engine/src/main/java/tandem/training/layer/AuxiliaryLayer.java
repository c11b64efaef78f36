package tandem.training.layer;

import tandem.training.kernels.Kernels;
import tandem.training.kernels.LayerKernels;

/** A dense classifier beside the main way: it reads a signal and adds its gradient to what comes back there. */
public final class AuxiliaryLayer {
    private final LayerKernels kernels;
    private final Signal trunk;
    private final Signal branch;
    private final FlattenLayer flatten;
    private final DenseLayer dense;
    private final int width;

    /** Of its loss in the objective. */
    public final double weight;

    AuxiliaryLayer(double weight, Affine.Place place, Signal trunk, Signal branch, Signal logits, Kernels kernels) {
        this.kernels = kernels.layer();
        this.weight = weight;
        this.trunk = trunk;
        this.branch = branch;
        this.flatten = new FlattenLayer(trunk, branch);
        this.dense = new DenseLayer(place, branch, logits, true, kernels);
        this.width = trunk.shape.channels() * trunk.lanes;
    }

    /** Its logits, {@code [example][class]}. */
    public Signal logits() {
        return dense.output();
    }

    /** Logits of the examples that went through the layers below last. */
    void infer(int count) {
        flatten.infer(count);
        dense.infer(count);
    }

    /** Once the deltas of the signal it reads are there. */
    void backward(int count, boolean continues) {
        dense.backward(count, continues);
        for (int example = 0; example < count; example++) {
            for (int p = 0; p < trunk.shape.positions(); p++) {
                int from = branch.end(example) + p * width;
                kernels.add(branch.deltas, from, trunk.deltas, trunk.end(example) + p * trunk.rowElements, width);
            }
        }
    }
}
