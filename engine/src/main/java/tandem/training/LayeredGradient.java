package tandem.training;

import java.util.List;
import java.util.Optional;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.layer.Signal;

/** Some examples of a batch, or all of it, go forth and back before the next; the loss is taken of chunks, as elsewhere. */
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
        flood.ifPresent(Flood::beginBatch);
        for (int from = first; from < end; from += network.pass) {
            int to = Math.min(from + network.pass, end);
            network.train(examples, from, to - from);
            lose(examples, from, to, 1.0 / (end - first));
            network.backward(to - from, from > first);
        }
        if (flood.isPresent()) {
            flood.get().turn(network.gradient, examples.isWeighted(), end - first);
        }
    }

    /** Deltas of the logits of examples [from, to), which have just gone through. */
    private void lose(LaneExamples examples, int from, int to, double scale) {
        var chain = network.chain();
        for (int at = from; at < to; at += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, to - at);
            if (flood.isPresent()) {
                flood.get().add(head.copied(logits(chain.logits(), at - from, count), count), examples, at, count);
            }
            toDeltas(chain.logits(), examples, from, at, count, scale);
            for (var auxiliary : chain.auxiliaries()) {
                if (flood.isPresent()) {
                    double[] z = head.copied(logits(auxiliary.logits(), at - from, count), count);
                    flood.get().addBeside(z, examples, at, count, auxiliary.weight);
                }
                toDeltas(auxiliary.logits(), examples, from, at, count, scale * auxiliary.weight);
            }
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
