package tandem.training;

import tandem.training.kernels.Layout;

/** What the loss of a chunk needs between its kernels. */
final class ChunkBuffers {

    /**
     * Examples that go through the network together. It is also the number of examples that share one logarithm, so the bits of the loss depend on
     * it; those of the gradient do not.
     */
    static final int CHUNK = 32;

    static final int FIRST = Layout.FIRST;

    /** {@code [example][lane]}: largest logit less the label's. */
    final double[] gap;
    /** {@code [example][lane]}: sum of the other exponentials over the largest. */
    final double[] excess;

    ChunkBuffers(int lanes) {
        gap = Layout.allocate(CHUNK, lanes);
        excess = Layout.allocate(CHUNK, lanes);
    }
}
