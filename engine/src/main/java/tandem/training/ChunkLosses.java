package tandem.training;

import tandem.training.kernels.ExampleLossKernels;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.LossKernels;

/** Cross-entropies of a chunk, one by one, and what losses of other kinds need beside them. Arrays are {@code [example][lane]} from row 0. */
final class ChunkLosses {
    private final LossKernels crossEntropy;
    private final int lanes;
    private final double[] spare;

    final ExampleLossKernels kernels;
    final int classCount;

    /** {@code -ln p_y}. */
    final double[] losses;

    final double[] excesses;

    /** {@code 1 - p_y}, its own tail kept. */
    final double[] rests;

    ChunkLosses(int classCount, Kernels kernels) {
        this.crossEntropy = kernels.loss();
        this.kernels = kernels.exampleLoss();
        this.lanes = kernels.lanes();
        this.classCount = classCount;
        this.losses = allocate();
        this.excesses = allocate();
        this.rests = allocate();
        this.spare = allocate();
    }

    /** Room for a number an example. */
    double[] allocate() {
        return Layout.allocate(ChunkBuffers.CHUNK, lanes);
    }

    void shift(double[] z, int count) {
        crossEntropy.softmaxShift(z, classCount, count);
    }

    void exp(double[] a, int count) {
        crossEntropy.exp(a, ChunkBuffers.FIRST, ChunkBuffers.FIRST + count * classCount * lanes);
    }

    /** Losses and shares from logits, which become {@code exp(z - max)}. */
    void from(double[] z, LaneExamples examples, int first, int count) {
        shift(z, count);
        fromShifted(z, examples, first, count);
    }

    /** As {@link #from} after {@link #shift}. */
    void fromShifted(double[] z, LaneExamples examples, int first, int count) {
        int labelAt = examples.labelAt(first);
        kernels.gaps(z, classCount, examples.labels, labelAt, count, losses);
        exp(z, count);
        kernels.excesses(z, classCount, examples.labels, labelAt, count, losses, excesses, rests);
        kernels.addLogs(losses, excesses, count);
    }

    /** The gradient of {@code scale} times cross-entropy, from {@code exp(z - max)}. */
    void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
        crossEntropy.softmaxGradient(z, classCount, examples.labels, examples.labelAt(first), count, scale);
    }

    double[] copyOfRests(int count) {
        System.arraycopy(rests, ChunkBuffers.FIRST, spare, ChunkBuffers.FIRST, count * lanes);
        return spare;
    }

    /** Multiplies the gradient of each example by its factor. */
    void weigh(double[] d, double[] factors, int count) {
        crossEntropy.weigh(d, classCount, factors, ChunkBuffers.FIRST, count);
    }
}
