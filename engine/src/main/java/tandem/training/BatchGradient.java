package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import tandem.training.kernels.Kernels;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;

/** Puts the gradient of the objective of a batch into the network's gradient. */
sealed interface BatchGradient permits ChunkedGradient, LayeredGradient {

    /** Of examples [first, end). */
    void differentiate(LaneExamples examples, int first, int end);

    /**
     * The way that fits the network.
     *
     * @param runs one a lane, of one shape
     * @throws IllegalArgumentException if the gradients of single examples are to be clipped in a network that has batches only
     */
    static BatchGradient of(
            LaneNetwork network, HeadLoss head, Optional<Flood> flood, List<RunInput> runs, Kernels kernels) {
        return switch (network) {
            case DenseNetwork dense -> new ChunkedGradient(dense, head, flood, exampleClip(runs, kernels));
            case LayeredNetwork layered -> {
                checkArgument(
                        !(runs.getFirst().training().clip() instanceof Clip.PerExample),
                        "the gradients of single examples are clipped in networks of dense layers with one activation"
                                + " only");
                yield new LayeredGradient(layered, head, flood, runs, kernels);
            }
        };
    }

    private static Optional<ExampleClip> exampleClip(List<RunInput> runs, Kernels kernels) {
        if (!(runs.getFirst().training().clip() instanceof Clip.PerExample)) {
            return Optional.empty();
        }
        double[] bounds =
                LaneRow.of(runs, run -> ((Clip.PerExample) run.training().clip()).bound());
        return Optional.of(new ExampleClip(bounds, kernels));
    }

    /** Where the runs have it. */
    static Optional<Flood> flood(List<RunInput> runs, HeadLoss head, Kernels kernels) {
        List<Loss> losses = runs.stream().map(run -> run.training().loss()).toList();
        return losses.getFirst() instanceof Loss.Flooding
                ? Optional.of(new Flood(losses, head.output, kernels))
                : Optional.empty();
    }
}
