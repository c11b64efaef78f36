package tandem.training;

import java.util.List;
import java.util.Optional;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.layer.Signal;

/** A batch goes forth as a whole; the loss is taken chunk by chunk, as elsewhere; then all goes back. */
final class LayeredGradient implements BatchGradient {
    private final LayeredNetwork network;
    private final HeadLoss head;
    private final Optional<Flood> flood;

    /** Elements of an example's logits. */
    private final int elements;

    private final double[] chunk;

    LayeredGradient(
            LayeredNetwork network, HeadLoss head, Optional<Flood> flood, List<RunInput> runs, Kernels kernels) {
        this.network = network;
        this.head = head;
        this.flood = flood;
        int logits = runs.getFirst().architecture().outputCount();
        this.elements = logits * kernels.lanes();
        this.chunk = Layout.allocate(ChunkBuffers.CHUNK * logits, kernels.lanes());
    }

    @Override
    public void differentiate(LaneExamples examples, int first, int end) {
        double scale = 1.0 / (end - first);
        network.train(examples, first, end - first);
        flood.ifPresent(Flood::beginBatch);
        for (int at = first; at < end; at += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, end - at);
            if (flood.isPresent()) {
                flood.get().add(head.copied(logits(network.logits(), at - first, count), count), examples, at, count);
            }
            toDeltas(network.logits(), examples, first, at, count, scale);
            for (var auxiliary : network.auxiliaries()) {
                if (flood.isPresent()) {
                    double[] z = head.copied(logits(auxiliary.logits(), at - first, count), count);
                    flood.get().addBeside(z, examples, at, count, auxiliary.weight);
                }
                toDeltas(auxiliary.logits(), examples, first, at, count, scale * auxiliary.weight);
            }
        }
        network.backward(end - first);
        if (flood.isPresent()) {
            flood.get().turn(network.gradient, examples.isWeighted(), end - first);
        }
    }

    private double[] logits(Signal signal, int example, int count) {
        System.arraycopy(signal.values, Layout.FIRST + example * elements, chunk, Layout.FIRST, count * elements);
        return chunk;
    }

    private void toDeltas(Signal signal, LaneExamples examples, int first, int at, int count, double scale) {
        double[] z = logits(signal, at - first, count);
        head.toGradient(z, examples, at, count, scale);
        System.arraycopy(z, Layout.FIRST, signal.deltas, Layout.FIRST + (at - first) * elements, count * elements);
    }
}
