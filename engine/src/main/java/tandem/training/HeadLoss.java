package tandem.training;

import static tandem.training.kernels.LossKernels.CORRECT;
import static tandem.training.kernels.LossKernels.LOSS;
import static tandem.training.kernels.LossKernels.TOTAL_ROWS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.optimizer.Loss;

/** Cross-entropy, accuracy and the loss that is minimised, on the logits of one classifier. */
final class HeadLoss {
    private final Kernels kernels;
    private final int lanes;
    private final int logitCount;
    final OutputLoss output;

    /** Present where another loss than cross-entropy is minimised. */
    private final Optional<LaneLoss> other;

    /** Rows of {@link tandem.training.kernels.LossKernels}: sums over the split evaluated last. */
    private final double[] totals;

    /** Sum of the (weighted) losses that are minimised, where they are not plain cross-entropy. */
    private final double[] objectiveSum;

    /** Logits for what reads them twice. */
    private final double[] copy;

    /** @param runs one a lane, of one shape */
    HeadLoss(List<RunInput> runs, Kernels kernels) {
        var architecture = runs.getFirst().architecture();
        this.kernels = kernels;
        this.lanes = kernels.lanes();
        this.logitCount = architecture.outputCount();
        this.output = architecture.hasOneLogit()
                ? new OutputLoss.Logistic(
                        kernels.loss(), LaneRow.of(runs, run -> run.model().threshold()))
                : new OutputLoss.Softmax(kernels.loss(), logitCount, lanes);
        this.other = other(runs.stream().map(run -> run.training().loss()).toList(), kernels);
        this.totals = Layout.allocate(TOTAL_ROWS, lanes);
        this.objectiveSum = Layout.allocate(1, lanes);
        this.copy = Layout.allocate(ChunkBuffers.CHUNK * logitCount, lanes);
    }

    private Optional<LaneLoss> other(List<Loss> losses, Kernels kernels) {
        Loss first = losses.getFirst();
        if (first instanceof Loss.CrossEntropy || first instanceof Loss.Flooding) {
            return Optional.empty();
        }
        return Optional.of(
                logitCount == 1
                        ? new OneLogit(LaneLoss.of(losses, 2, kernels), lanes)
                        : LaneLoss.of(losses, logitCount, kernels));
    }

    boolean isCrossEntropy() {
        return other.isEmpty();
    }

    void begin() {
        Arrays.fill(totals, 0);
        Arrays.fill(objectiveSum, 0);
    }

    /** Adds a chunk, whose logits are overwritten. */
    void add(double[] z, LaneExamples examples, int first, int count, boolean withOther) {
        if (withOther) {
            addOther(copied(z, count), examples, first, count);
        }
        output.addTo(totals, z, examples, first, count);
        if (examples.isWeighted() && !withOther) {
            output.addWeightedTo(objectiveSum, examples, first, count);
        }
    }

    /** The logits of a chunk in a place of their own. */
    double[] copied(double[] z, int count) {
        System.arraycopy(z, Layout.FIRST, copy, Layout.FIRST, count * logitCount * lanes);
        return copy;
    }

    private void addOther(double[] z, LaneExamples examples, int first, int count) {
        double[] values = other.orElseThrow().values(z, examples, first, count);
        if (examples.isWeighted()) {
            kernels.loss().weigh(values, 1, examples.weights, examples.labelAt(first), count);
        }
        kernels.exampleLoss().addTo(objectiveSum, values, count);
    }

    /** Mean cross-entropy of the split evaluated last. */
    double loss(int lane, LaneExamples examples) {
        return totals[Layout.at(LOSS, lanes) + lane] / examples.count;
    }

    /** Number of right predictions on the split evaluated last. */
    int correct(int lane) {
        return (int) totals[Layout.at(CORRECT, lanes) + lane];
    }

    /** Mean of what is minimised, on the split evaluated last; the loss itself, to the bit, for cross-entropy without weights. */
    double objective(int lane, LaneExamples examples) {
        return other.isPresent() || examples.isWeighted()
                ? objectiveSum[Layout.FIRST + lane] / examples.count
                : loss(lane, examples);
    }

    /** Turns the logits of a chunk into the gradient of {@code scale} times the sum of the (weighted) losses that are minimised. */
    void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
        if (other.isEmpty()) {
            output.toGradient(z, examples, first, count, scale);
            return;
        }
        other.get().toGradient(z, examples, first, count, scale);
        if (examples.isWeighted()) {
            kernels.loss().weigh(z, logitCount, examples.weights, examples.labelAt(first), count);
        }
    }
}
