package tandem.training;

import static tandem.training.kernels.LossKernels.LOSS;
import static tandem.training.kernels.LossKernels.TOTAL_ROWS;

import java.util.Arrays;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.optimizer.Loss;

/** Keeps the mean cross-entropy of batches, with that of auxiliary classifiers by their weight, at a level: turns the gradient where it lies below. */
final class Flood {
    private final UpdateKernels kernels;
    private final OutputLoss output;
    private final int lanes;
    private final double[] level;
    private final double[] totals;
    private final double[] weightedSum;
    private final double[] signs;

    /** Weighted sum over the auxiliary classifiers. */
    private final double[] besides;

    private final double[] part;

    Flood(List<Loss> perLane, OutputLoss output, Kernels kernels) {
        this.kernels = kernels.update();
        this.output = output;
        this.lanes = kernels.lanes();
        this.level = LaneRow.of(perLane, loss -> ((Loss.Flooding) loss).level());
        this.totals = Layout.allocate(TOTAL_ROWS, lanes);
        this.weightedSum = Layout.allocate(1, lanes);
        this.signs = Layout.allocate(1, lanes);
        this.besides = Layout.allocate(1, lanes);
        this.part = Layout.allocate(TOTAL_ROWS, lanes);
    }

    /** {@code |mean - level| + level}. */
    double objective(int lane, double mean) {
        double bound = level[Layout.FIRST + lane];
        return Math.abs(mean - bound) + bound;
    }

    void beginBatch() {
        Arrays.fill(totals, 0);
        Arrays.fill(weightedSum, 0);
        Arrays.fill(besides, 0);
    }

    /** Adds the losses of a part of the batch; {@code z} is overwritten. */
    void add(double[] z, LaneExamples examples, int first, int count) {
        output.addTo(totals, z, examples, first, count);
        if (examples.isWeighted()) {
            output.addWeightedTo(weightedSum, examples, first, count);
        }
    }

    /** As {@link #add} for an auxiliary classifier: {@code weight} times its losses. */
    void addBeside(double[] z, LaneExamples examples, int first, int count, double weight) {
        Arrays.fill(part, 0);
        output.addTo(part, z, examples, first, count);
        int row = LOSS;
        if (examples.isWeighted()) {
            Arrays.fill(part, 0);
            output.addWeightedTo(part, examples, first, count);
            row = 0;
        }
        for (int lane = 0; lane < lanes; lane++) {
            besides[Layout.FIRST + lane] += weight * part[Layout.at(row, lanes) + lane];
        }
    }

    /** Ends a batch of {@code count} examples: turns its gradient. */
    void turn(double[] gradient, boolean isWeighted, int count) {
        for (int lane = 0; lane < lanes; lane++) {
            int at = Layout.FIRST + lane;
            double sum = isWeighted ? weightedSum[at] : totals[Layout.at(LOSS, lanes) + lane];
            signs[at] = Math.signum((sum + besides[at]) / count - level[at]);
        }
        kernels.scale(gradient, Layout.FIRST, gradient.length, signs);
    }
}
