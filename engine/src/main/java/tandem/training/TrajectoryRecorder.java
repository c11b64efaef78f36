package tandem.training;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;

/** Takes down the state of a pack at the end of each epoch. */
final class TrajectoryRecorder {
    private static final int RUNNING = Integer.MAX_VALUE;

    private final int lanes;
    private final Kernels kernels;
    private final LaneNetwork network;
    private final LaneObjective objective;
    private final PenaltyTerm penalty;
    private final Map<Split, LaneExamples> splits;

    private final Map<Split, double[][]> losses = new EnumMap<>(Split.class);
    private final Map<Split, int[][]> corrects = new EnumMap<>(Split.class);
    private final double[][] objectives;
    private final double[][] penalties;
    private final double[][] weightNorms;
    private final double[][] gradientNorms;
    private final int[] divergedEpoch;
    private final double[] finiteness;
    private int length;

    /** @param splits the pack's splits, train first */
    TrajectoryRecorder(
            int epochs, Kernels kernels, LaneNetwork network, LaneObjective objective, PenaltyTerm penalty, Map<Split, LaneExamples> splits) {
        this.lanes = kernels.lanes();
        this.kernels = kernels;
        this.network = network;
        this.objective = objective;
        this.penalty = penalty;
        this.splits = splits;
        for (var split : splits.keySet()) {
            losses.put(split, new double[epochs + 1][lanes]);
            corrects.put(split, new int[epochs + 1][lanes]);
        }
        this.objectives = new double[epochs + 1][lanes];
        this.penalties = new double[epochs + 1][lanes];
        this.weightNorms = new double[epochs + 1][lanes];
        this.gradientNorms = new double[epochs + 1][lanes];
        this.divergedEpoch = new int[lanes];
        Arrays.fill(divergedEpoch, RUNNING);
        this.finiteness = Layout.allocate(1, lanes);
    }

    /**
     * Evaluates the parameters as they are and appends them as the next epoch.
     *
     * @param gradientNormSums one row: sums of the epoch's gradient norms, over {@code steps}
     */
    void endEpoch(double[] gradientNormSums, int steps) {
        int epoch = length++;
        for (var split : splits.entrySet()) {
            objective.evaluate(split.getValue());
            take(split.getKey(), split.getValue(), epoch);
        }
        penalty.values(network.parameters, penalties[epoch]);
        penalty.weightNorms(network.parameters, weightNorms[epoch]);
        for (int lane = 0; lane < lanes; lane++) {
            gradientNorms[epoch][lane] = steps == 0 ? 0 : gradientNormSums[Layout.FIRST + lane] / steps;
        }
        markDiverged(epoch);
    }

    private void take(Split split, LaneExamples examples, int epoch) {
        double[] loss = losses.get(split)[epoch];
        int[] correct = corrects.get(split)[epoch];
        for (int lane = 0; lane < lanes; lane++) {
            loss[lane] = objective.loss(lane, examples);
            correct[lane] = objective.correct(lane);
            if (split == Split.TRAIN) {
                objectives[epoch][lane] = objective.objective(lane, examples);
            }
        }
    }

    private void markDiverged(int epoch) {
        kernels.update().finiteness(network.parameters, Layout.FIRST, network.parameters.length, finiteness);
        for (int lane = 0; lane < lanes; lane++) {
            boolean finite = Double.isFinite(finiteness[Layout.FIRST + lane]) && Double.isFinite(objectives[epoch][lane]);
            for (var loss : losses.values()) {
                finite &= Double.isFinite(loss[epoch][lane]);
            }
            if (!finite) {
                divergedEpoch[lane] = Math.min(divergedEpoch[lane], epoch);
            }
        }
    }

    boolean allDiverged() {
        return Arrays.stream(divergedEpoch).allMatch(epoch -> epoch != RUNNING);
    }

    /** The trajectory of one lane so far. */
    Trajectory trajectory(int lane) {
        int end = Math.min(length, divergedEpoch[lane]);
        var curves = ImmutableMap.<Split, Trajectory.Curve>builder();
        for (var split : splits.entrySet()) {
            int[] correct = new int[end];
            for (int epoch = 0; epoch < end; epoch++) {
                correct[epoch] = corrects.get(split.getKey())[epoch][lane];
            }
            double[] loss = column(losses.get(split.getKey()), lane, end);
            curves.put(split.getKey(), new Trajectory.Curve(split.getValue().count, loss, correct));
        }
        return new Trajectory(
                curves.buildOrThrow(),
                column(objectives, lane, end),
                column(penalties, lane, end),
                column(weightNorms, lane, end),
                column(gradientNorms, lane, end),
                divergedEpoch[lane] == RUNNING ? OptionalInt.empty() : OptionalInt.of(divergedEpoch[lane]));
    }

    private static double[] column(double[][] rows, int lane, int end) {
        double[] column = new double[end];
        for (int i = 0; i < end; i++) {
            column[i] = rows[i][lane];
        }
        return column;
    }
}
