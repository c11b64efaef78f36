package tandem.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tandem.training.data.Split;
import tandem.training.kernels.Layout;

/**
 * Shows an observer the states of a pack, in a forward pass of its own: the recorded loss has the same bits whoever looks on. Its splits lie in the order of
 * the source.
 */
final class PackView {
    private final EpochObserver observer;
    private final List<RunInput> runs;
    private final LaneNetwork network;
    private final TrajectoryRecorder recorder;
    private final Map<Split, LaneExamples> splits;
    private final int lanes;
    private final int logitCount;

    /** @param runs those that are shown: the first lanes of the network */
    PackView(
            EpochObserver observer,
            List<RunInput> runs,
            LaneNetwork network,
            TrajectoryRecorder recorder,
            Map<Split, LaneExamples> splits) {
        this.observer = observer;
        this.runs = runs;
        this.network = network;
        this.recorder = recorder;
        this.splits = splits;
        this.lanes = network.layout.lanes();
        this.logitCount = runs.getFirst().architecture().outputCount();
    }

    /** Shows the parameters as they are, after {@link TrajectoryRecorder#endEpoch}, if anybody wants to see them. */
    void endEpoch(int epoch, boolean isLast) {
        if (recorder.allDiverged() || !observer.wants(epoch, isLast)) {
            return;
        }
        splits.forEach((split, examples) -> {
            double[][] logits = logits(examples);
            for (int run = 0; run < runs.size(); run++) {
                if (!recorder.hasDiverged(run)) {
                    observer.see(run, epoch, split, states(run, logits[run], labels(run, split)));
                }
            }
        });
    }

    private int[] labels(int run, Split split) {
        return Objects.requireNonNull(runs.get(run).data().splits().get(split)).labels();
    }

    private ExampleStates states(int run, double[] logits, int[] labels) {
        return logitCount == 1
                ? ExampleStates.ofOneLogit(logits, labels, runs.get(run).model().threshold())
                : ExampleStates.ofLogits(logits, labels);
    }

    /** {@code [run][example][logit]}. */
    private double[][] logits(LaneExamples examples) {
        double[][] logits = new double[runs.size()][examples.count * logitCount];
        for (int first = 0; first < examples.count; first += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, examples.count - first);
            double[] z = network.forward(examples, first, count);
            for (int run = 0; run < logits.length; run++) {
                int to = first * logitCount;
                for (int i = 0; i < count * logitCount; i++) {
                    logits[run][to + i] = z[Layout.FIRST + i * lanes + run];
                }
            }
        }
        return logits;
    }
}
