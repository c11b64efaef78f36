package tandem.training;

import static tandem.training.kernels.LossKernels.CORRECT;
import static tandem.training.kernels.LossKernels.LOSS;
import static tandem.training.kernels.LossKernels.TOTAL_ROWS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;

/** Loss, accuracy, objective and gradient of a network over whole splits and batches. */
final class LaneObjective {
    private final LaneNetwork network;
    private final OutputLoss output;
    private final Kernels kernels;
    private final int lanes;
    private final int logitCount;

    /** Present where another loss than cross-entropy is minimised. */
    private final Optional<LaneLoss> other;

    private final Optional<Flood> flood;
    private final Optional<ExampleClip> clip;

    /** Whether cross-entropy is minimised and no example's gradient is clipped. */
    private final boolean isPlain;

    /** Rows of {@link tandem.training.kernels.LossKernels}: sums over the split evaluated last. */
    private final double[] totals;

    /** Sum of the (weighted) losses that are minimised, where they are not plain cross-entropy. */
    private final double[] objectiveSum;

    /** Logits for what reads them twice. */
    private final double[] copy;

    /** @param runs one a lane, of one shape */
    LaneObjective(LaneNetwork network, List<RunInput> runs, Kernels kernels) {
        var architecture = runs.getFirst().architecture();
        this.network = network;
        this.kernels = kernels;
        this.lanes = kernels.lanes();
        this.logitCount = architecture.outputCount();
        this.output = architecture.hasOneLogit()
                ? new OutputLoss.Logistic(
                        kernels.loss(), LaneRow.of(runs, run -> run.model().threshold()))
                : new OutputLoss.Softmax(kernels.loss(), logitCount, lanes);
        List<Loss> losses = runs.stream().map(run -> run.training().loss()).toList();
        this.other = other(losses, kernels);
        this.flood = losses.getFirst() instanceof Loss.Flooding
                ? Optional.of(new Flood(losses, output, kernels))
                : Optional.empty();
        this.clip = runs.getFirst().training().clip() instanceof Clip.PerExample
                ? Optional.of(new ExampleClip(
                        LaneRow.of(
                                runs, run -> ((Clip.PerExample) run.training().clip()).bound()),
                        kernels))
                : Optional.empty();
        this.isPlain = other.isEmpty() && flood.isEmpty() && clip.isEmpty();
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

    /** Evaluates all examples, in the order in which they lie; read the outcome with {@link #loss} and {@link #correct}. */
    void evaluate(LaneExamples examples) {
        evaluate(examples, false);
    }

    /** As {@link #evaluate} for the train split, with the {@link #objective} too. */
    void evaluateObjective(LaneExamples examples) {
        evaluate(examples, other.isPresent());
    }

    private void evaluate(LaneExamples examples, boolean withOther) {
        Arrays.fill(totals, 0);
        Arrays.fill(objectiveSum, 0);
        for (int first = 0; first < examples.count; first += ChunkBuffers.CHUNK) {
            int count = Math.min(ChunkBuffers.CHUNK, examples.count - first);
            double[] z = network.forward(examples, first, count);
            if (withOther) {
                addOther(copied(z, count), examples, first, count);
            }
            output.addTo(totals, z, examples, first, count);
            if (examples.isWeighted() && !withOther) {
                output.addWeightedTo(objectiveSum, examples, first, count);
            }
        }
    }

    private double[] copied(double[] z, int count) {
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

    /** What is minimised, on the split evaluated last; the loss itself, to the bit, for cross-entropy without class weights. */
    double objective(int lane, LaneExamples examples) {
        double mean = other.isPresent() || examples.isWeighted()
                ? objectiveSum[Layout.FIRST + lane] / examples.count
                : loss(lane, examples);
        return flood.isPresent() ? flood.get().objective(lane, mean) : mean;
    }

    /** Puts the gradient of the objective of examples [first, end) into the network's gradient. */
    void differentiate(LaneExamples examples, int first, int end) {
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
            output.toGradient(z, examples, at, count, scale);
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
                flood.get().add(copied(z, count), examples, at, count);
            }
            if (clip.isPresent()) {
                toGradient(z, examples, at, count, 1);
                network.backward(examples, at, count, at > first, clip.get().toMean(scale));
            } else {
                toGradient(z, examples, at, count, scale);
                network.backward(examples, at, count, at > first);
            }
        }
        if (flood.isPresent()) {
            flood.get().turn(network.gradient, examples.isWeighted(), end - first);
        }
    }

    private void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
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
