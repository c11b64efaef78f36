package tandem.training;

import java.util.Arrays;
import tandem.training.kernels.Layout;

/** A loss for models with one logit z: that of the two logits 0 and z. */
final class OneLogit implements LaneLoss {
    private final LaneLoss ofTwo;
    private final int lanes;
    private final double[] both;

    /** @param ofTwo for two classes */
    OneLogit(LaneLoss ofTwo, int lanes) {
        this.ofTwo = ofTwo;
        this.lanes = lanes;
        this.both = Layout.allocate(2 * ChunkBuffers.CHUNK, lanes);
    }

    private void widen(double[] z, int count) {
        for (int i = 0; i < count; i++) {
            int to = ChunkBuffers.FIRST + 2 * i * lanes;
            Arrays.fill(both, to, to + lanes, 0);
            System.arraycopy(z, ChunkBuffers.FIRST + i * lanes, both, to + lanes, lanes);
        }
    }

    @Override
    public double[] values(double[] z, LaneExamples examples, int first, int count) {
        widen(z, count);
        return ofTwo.values(both, examples, first, count);
    }

    @Override
    public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
        widen(z, count);
        ofTwo.toGradient(both, examples, first, count, scale);
        for (int i = 0; i < count; i++) {
            int from = ChunkBuffers.FIRST + (2 * i + 1) * lanes;
            System.arraycopy(both, from, z, ChunkBuffers.FIRST + i * lanes, lanes);
        }
    }
}
