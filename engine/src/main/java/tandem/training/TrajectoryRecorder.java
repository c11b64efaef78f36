package tandem.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.Arrays;
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
    private final ImmutableList<SplitRecord> splits;

    /** Of the splits in which some lane has changed labels, on the clean ones. */
    private final ImmutableList<SplitRecord> clean;

    private final double[][] objectives;
    private final double[][] penalties;
    private final double[][] weightNorms;
    private final double[][] gradientNorms;
    private final int[] divergedEpoch;
    private final double[] finiteness;
    private int length;

    /** Loss and right predictions of one split, {@code [epoch][lane]}. */
    private static final class SplitRecord {
        final Split split;
        final LaneExamples examples;
        final double[][] losses;
        final int[][] corrects;

        SplitRecord(Split split, LaneExamples examples, int epochs, int lanes) {
            this.split = split;
            this.examples = examples;
            this.losses = new double[epochs + 1][lanes];
            this.corrects = new int[epochs + 1][lanes];
        }
    }

    /** @param splits the pack's splits, train first */
    TrajectoryRecorder(
            int epochs,
            Kernels kernels,
            LaneNetwork network,
            LaneObjective objective,
            PenaltyTerm penalty,
            Map<Split, LaneExamples> splits) {
        this.lanes = kernels.lanes();
        this.kernels = kernels;
        this.network = network;
        this.objective = objective;
        this.penalty = penalty;
        this.splits = splits.entrySet().stream()
                .map(entry -> new SplitRecord(entry.getKey(), entry.getValue(), epochs, lanes))
                .collect(ImmutableList.toImmutableList());
        this.clean = splits.entrySet().stream()
                .filter(entry -> entry.getValue().clean.isPresent())
                .map(entry ->
                        new SplitRecord(entry.getKey(), entry.getValue().clean.get(), epochs, lanes))
                .collect(ImmutableList.toImmutableList());
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
        for (var split : splits) {
            if (split.split == Split.TRAIN) {
                objective.evaluateObjective(split.examples);
            } else {
                objective.evaluate(split.examples);
            }
            take(split, epoch);
            if (split.split == Split.TRAIN) {
                takeObjectives(split.examples, epoch);
            }
        }
        for (var split : clean) {
            objective.evaluate(split.examples);
            take(split, epoch);
        }
        penalty.values(network.parameters, penalties[epoch]);
        penalty.weightNorms(network.parameters, weightNorms[epoch]);
        for (int lane = 0; lane < lanes; lane++) {
            gradientNorms[epoch][lane] = steps == 0 ? 0 : gradientNormSums[Layout.FIRST + lane] / steps;
        }
        markDiverged(epoch);
    }

    private void take(SplitRecord record, int epoch) {
        for (int lane = 0; lane < lanes; lane++) {
            record.losses[epoch][lane] = objective.loss(lane, record.examples);
            record.corrects[epoch][lane] = objective.correct(lane);
        }
    }

    private void takeObjectives(LaneExamples train, int epoch) {
        for (int lane = 0; lane < lanes; lane++) {
            objectives[epoch][lane] = objective.objective(lane, train);
        }
    }

    private void markDiverged(int epoch) {
        kernels.update().finiteness(network.parameters, Layout.FIRST, network.parameters.length, finiteness);
        for (int lane = 0; lane < lanes; lane++) {
            boolean finite = Double.isFinite(finiteness[Layout.FIRST + lane])
                    && Double.isFinite(objectives[epoch][lane])
                    && Double.isFinite(penalties[epoch][lane])
                    && Double.isFinite(weightNorms[epoch][lane])
                    && Double.isFinite(gradientNorms[epoch][lane]);
            for (var record : Iterables.concat(splits, clean)) {
                finite &= Double.isFinite(record.losses[epoch][lane]);
            }
            if (!finite) {
                divergedEpoch[lane] = Math.min(divergedEpoch[lane], epoch);
            }
        }
    }

    boolean allDiverged() {
        return Arrays.stream(divergedEpoch).allMatch(epoch -> epoch != RUNNING);
    }

    boolean hasDiverged(int lane) {
        return divergedEpoch[lane] != RUNNING;
    }

    /** The trajectory of one lane so far. */
    Trajectory trajectory(int lane) {
        int end = Math.min(length, divergedEpoch[lane]);
        var curves = ImmutableMap.<Split, Trajectory.Curve>builder();
        splits.forEach(record -> curves.put(record.split, curve(record, lane, end)));
        var onLabels = curves.buildOrThrow();
        var onClean = ImmutableMap.<Split, Trajectory.Curve>builder().putAll(onLabels);
        clean.forEach(record -> onClean.put(record.split, curve(record, lane, end)));
        return new Trajectory(
                onLabels,
                onClean.buildKeepingLast(),
                column(objectives, lane, end),
                column(penalties, lane, end),
                column(weightNorms, lane, end),
                column(gradientNorms, lane, end),
                divergedEpoch[lane] == RUNNING ? OptionalInt.empty() : OptionalInt.of(divergedEpoch[lane]));
    }

    private static Trajectory.Curve curve(SplitRecord record, int lane, int end) {
        int[] correct = new int[end];
        for (int epoch = 0; epoch < end; epoch++) {
            correct[epoch] = record.corrects[epoch][lane];
        }
        return new Trajectory.Curve(record.examples.count, column(record.losses, lane, end), correct);
    }

    private static double[] column(double[][] rows, int lane, int end) {
        double[] column = new double[end];
        for (int i = 0; i < end; i++) {
            column[i] = rows[i][lane];
        }
        return column;
    }
}
