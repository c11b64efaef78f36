package tandem.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.training.kernels.Kernels;

/** Loss, accuracy, objective and gradient of a network over whole splits and batches. */
final class LaneObjective {

    /** The loss of an auxiliary classifier and its weight. */
    private record Side(double weight, HeadLoss loss) {}

    private final LaneNetwork network;
    private final HeadLoss head;
    private final List<Side> sides = new ArrayList<>();
    private final Optional<Flood> flood;
    private final BatchGradient gradient;

    /** @param runs one a lane, of one shape */
    LaneObjective(LaneNetwork network, List<RunInput> runs, Kernels kernels) {
        this.network = network;
        this.head = new HeadLoss(runs, kernels);
        this.flood = BatchGradient.flood(runs, head, kernels);
        this.gradient = BatchGradient.of(network, head, flood, runs, kernels);
        if (network instanceof LayeredNetwork layered) {
            layered.chain()
                    .auxiliaries()
                    .forEach(layer -> sides.add(new Side(layer.weight, new HeadLoss(runs, kernels))));
        }
    }

    /** Evaluates all examples, in the order in which they lie; read the outcome with {@link #loss} and {@link #correct}. */
    void evaluate(LaneExamples examples) {
        evaluate(examples, false);
    }

    /** As {@link #evaluate} for the train split, with the {@link #objective} too. */
    void evaluateObjective(LaneExamples examples) {
        sides.forEach(side -> side.loss.begin());
        evaluate(examples, true);
    }

    private void evaluate(LaneExamples examples, boolean withObjective) {
        boolean withOther = withObjective && !head.isCrossEntropy();
        head.begin();
        for (int first = 0; first < examples.count; first += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, examples.count - first);
            head.add(network.forward(examples, first, count), examples, first, count, withOther);
            if (withObjective && network instanceof LayeredNetwork layered) {
                var logits = layered.auxiliaryLogits(count);
                for (int i = 0; i < sides.size(); i++) {
                    sides.get(i).loss.add(logits.get(i), examples, first, count, withOther);
                }
            }
        }
    }

    /** Mean cross-entropy of the split evaluated last. */
    double loss(int lane, LaneExamples examples) {
        return head.loss(lane, examples);
    }

    /** Number of right predictions on the split evaluated last. */
    int correct(int lane) {
        return head.correct(lane);
    }

    /** What is minimised, on the split evaluated last; the loss itself, to the bit, for cross-entropy without class weights and auxiliary classifiers. */
    double objective(int lane, LaneExamples examples) {
        double mean = head.objective(lane, examples);
        for (var side : sides) {
            mean += side.weight * side.loss.objective(lane, examples);
        }
        return flood.isPresent() ? flood.get().objective(lane, mean) : mean;
    }

    /** Puts the gradient of the objective of examples [first, end) into the network's gradient. */
    void differentiate(LaneExamples examples, int first, int end) {
        gradient.differentiate(examples, first, end);
    }
}
