package tandem.training;

import java.util.Optional;

/** A batch goes through forth and back a chunk at a time. */
final class ChunkedGradient implements BatchGradient {
    private final DenseNetwork network;
    private final HeadLoss head;
    private final Optional<Flood> flood;
    private final Optional<ExampleClip> clip;

    /** Whether cross-entropy is minimised and no example's gradient is clipped. */
    private final boolean isPlain;

    ChunkedGradient(DenseNetwork network, HeadLoss head, Optional<Flood> flood, Optional<ExampleClip> clip) {
        this.network = network;
        this.head = head;
        this.flood = flood;
        this.clip = clip;
        this.isPlain = head.isCrossEntropy() && flood.isEmpty() && clip.isEmpty();
    }

    @Override
    public void differentiate(LaneExamples examples, int first, int end) {
        if (isPlain) {
            differentiatePlain(examples, first, end);
        } else {
            differentiateOther(examples, first, end);
        }
    }

    /** Nothing but cross-entropy, in a small method of its own: as a branch of the other it took 8 % more time. */
    private void differentiatePlain(LaneExamples examples, int first, int end) {
        double scale = 1.0 / (end - first);
        for (int at = first; at < end; at += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, end - at);
            double[] z = network.forward(examples, at, count);
            head.output.toGradient(z, examples, at, count, scale);
            network.backward(examples, at, count, at > first);
        }
    }

    private void differentiateOther(LaneExamples examples, int first, int end) {
        double scale = 1.0 / (end - first);
        flood.ifPresent(Flood::beginBatch);
        for (int at = first; at < end; at += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, end - at);
            double[] z = network.forward(examples, at, count);
            if (flood.isPresent()) {
                flood.get().add(head.copied(z, count), examples, at, count);
            }
            if (clip.isPresent()) {
                head.toGradient(z, examples, at, count, 1);
                network.backward(examples, at, count, at > first, clip.get().toMean(scale));
            } else {
                head.toGradient(z, examples, at, count, scale);
                network.backward(examples, at, count, at > first);
            }
        }
        if (flood.isPresent()) {
            flood.get().turn(network.gradient, examples.isWeighted(), end - first);
        }
    }
}
