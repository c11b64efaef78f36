package tandem.training;

import static tandem.training.kernels.LossKernels.CORRECT;
import static tandem.training.kernels.LossKernels.LOSS;
import static tandem.training.kernels.LossKernels.TOTAL_ROWS;

import java.util.Arrays;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Architecture;

/** Loss, accuracy and gradient of a network over whole splits and batches. */
final class LaneObjective {
    private final LaneNetwork network;
    private final OutputLoss output;
    private final int lanes;

    /** Rows of {@link tandem.training.kernels.LossKernels}: sums over the split evaluated last. */
    private final double[] totals;

    private final double[] weightedSum;

    LaneObjective(LaneNetwork network, Architecture architecture, Kernels kernels) {
        this.network = network;
        this.lanes = kernels.lanes();
        this.output = architecture.hasOneLogit()
                ? new OutputLoss.Logistic(kernels.loss(), lanes)
                : new OutputLoss.Softmax(kernels.loss(), architecture.outputCount(), lanes);
        this.totals = Layout.allocate(TOTAL_ROWS, lanes);
        this.weightedSum = Layout.allocate(1, lanes);
    }

    /** Evaluates all examples, in the order in which they lie; read the outcome with {@link #loss} and its kin. */
    void evaluate(LaneExamples examples) {
        Arrays.fill(totals, 0);
        Arrays.fill(weightedSum, 0);
        for (int first = 0; first < examples.count; first += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, examples.count - first);
            double[] z = network.forward(examples, first, count);
            output.addTo(totals, z, examples, first, count);
            if (examples.isWeighted()) {
                output.addWeightedTo(weightedSum, examples, first, count);
            }
        }
    }

    /** Mean cross-entropy of the split evaluated last. */
    double loss(int lane, LaneExamples examples) {
        return totals[Layout.at(LOSS, lanes) + lane] / examples.count;
    }

    /** Number of right predictions on the split evaluated last. */
    int correct(int lane) {
        return (int) totals[Layout.at(CORRECT, lanes) + lane];
    }

    /** Mean weighted cross-entropy of the split evaluated last; the loss itself, to the bit, without class weights. */
    double objective(int lane, LaneExamples examples) {
        return examples.isWeighted() ? weightedSum[Layout.FIRST + lane] / examples.count : loss(lane, examples);
    }

    /** Puts the gradient of the mean (weighted) loss of examples [first, end) into the network's gradient. */
    void differentiate(LaneExamples examples, int first, int end) {
        double scale = 1.0 / (end - first);
        for (int at = first; at < end; at += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, end - at);
            double[] z = network.forward(examples, at, count);
            output.toGradient(z, examples, at, count, scale);
            network.backward(examples, at, count, at > first);
        }
    }
}
