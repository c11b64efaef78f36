package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Architecture;
import tandem.training.model.StartParameters;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;

/** Trains a pack: up to {@code lanes} runs of one {@link PackShape}, one a lane, which never see one another. */
public final class PackTrainer {
    private final Kernels kernels;
    private final List<RunInput> runs;
    private final int runCount;
    private final Training training;
    private final LaneNetwork network;
    private final LaneObjective objective;
    private final Map<Split, LaneExamples> splits = new EnumMap<>(Split.class);
    private final LaneExamples train;
    private final PenaltyTerm penalty;
    private final LaneUpdate.GradientNorm gradientNorm;
    private final TrajectoryRecorder recorder;
    private final PackView view;
    private final Optional<LaneAverage> average;

    private PackTrainer(List<RunInput> runs, Kernels kernels, EpochObserver observer) {
        this.kernels = kernels;
        this.runCount = runs.size();
        this.runs = filled(runs, kernels.lanes());
        this.training = runs.getFirst().training();
        Architecture architecture = runs.getFirst().architecture();
        this.network = architecture.isPlain()
                ? new DenseNetwork(architecture, kernels)
                : new LayeredNetwork(this.runs, kernels);
        this.objective = new LaneObjective(network, this.runs, kernels);
        List<Penalty> penalties =
                this.runs.stream().map(run -> run.training().penalty()).toList();
        this.penalty = new PenaltyTerm(penalties, network.layout, kernels);
        for (Split split : runs.getFirst().data().splits().keySet()) {
            splits.put(split, examples(split));
        }
        var evaluated = Objects.requireNonNull(splits.get(Split.TRAIN));
        // A copy of its own: batches re-arrange it, and the loss is summed in the order of the source.
        this.train = training.batchSize() < evaluated.count ? examples(Split.TRAIN) : evaluated;
        this.gradientNorm = new LaneUpdate.GradientNorm(kernels);
        this.recorder = new TrajectoryRecorder(training.epochs(), kernels, network, objective, penalty, splits);
        this.view = new PackView(observer, runs, network, recorder, splits);
        this.average = training.average() instanceof Average.Exponential
                ? Optional.of(new LaneAverage(this.runs, network.layout, kernels))
                : Optional.empty();
        for (int lane = 0; lane < kernels.lanes(); lane++) {
            var run = this.runs.get(lane);
            double[] start = StartParameters.of(run.model().start(), architecture, run.weights());
            network.layout.set(network.parameters, lane, start);
        }
    }

    /** Trains runs that nobody looks at; see {@link #train(List, Kernels, EpochObserver)}. */
    public static ImmutableList<RunResult> train(List<RunInput> runs, Kernels kernels) {
        return train(runs, kernels, EpochObserver.NONE);
    }

    /**
     * Trains runs of one shape, at most as many as the kernels have lanes; free lanes repeat the first run. Optimizer {@code none} evaluates the
     * start parameters.
     *
     * @param observer called by this thread while it trains
     * @return one result a run, in their order
     * @throws IllegalArgumentException if the runs differ in shape, or a run's start or class weights do not fit its data
     */
    public static ImmutableList<RunResult> train(List<RunInput> runs, Kernels kernels, EpochObserver observer) {
        checkArgument(
                !runs.isEmpty() && runs.size() <= kernels.lanes(),
                "%s runs for %s lanes",
                runs.size(),
                kernels.lanes());
        PackShape shape = PackShape.of(runs.getFirst());
        for (var run : runs) {
            checkArgument(shape.equals(PackShape.of(run)), "a pack holds runs of one shape");
        }
        return new PackTrainer(runs, kernels, observer).train();
    }

    private static List<RunInput> filled(List<RunInput> runs, int lanes) {
        var filled = new ArrayList<>(runs);
        while (filled.size() < lanes) {
            filled.add(runs.getFirst());
        }
        return filled;
    }

    private LaneExamples examples(Split split) {
        double[][] weights = new double[0][];
        if (split == Split.TRAIN) {
            double[][] perLane = runs.stream().map(ClassWeighting::ofExamples).toArray(double[][]::new);
            weights = perLane[0].length == 0 ? weights : perLane;
        }
        return new LaneExamples(
                runs.stream()
                        .map(run -> Objects.requireNonNull(run.data().splits().get(split)))
                        .toList(),
                weights,
                kernels);
    }

    private ImmutableList<RunResult> train() {
        recorder.endEpoch(gradientNorm.sum, 0);
        view.endEpoch(0, training.epochs() == 0);
        if (training.epochs() > 0) {
            trainEpochs();
        }
        var results = ImmutableList.<RunResult>builder();
        int parameterCount = runs.getFirst().architecture().parameterCount();
        for (int lane = 0; lane < runCount; lane++) {
            var trajectory = recorder.trajectory(lane);
            double[] parameters = network.layout.get(network.parameters, lane, parameterCount);
            double[] statistics = network.statistics(lane);
            if (trajectory.divergedEpoch().isPresent()) {
                // How far it went on depends on its neighbours: training ends when all have diverged.
                Arrays.fill(parameters, Double.NaN);
                Arrays.fill(statistics, Double.NaN);
            }
            results.add(new RunResult(trajectory, parameters, statistics));
        }
        return results.build();
    }

    private void trainEpochs() {
        var updates = LaneUpdate.listOf(runs, penalty, gradientNorm, kernels);
        var rates = new LearningRates(runs);
        var optimizer = LaneOptimizer.of(
                runs.stream().map(run -> run.training().optimizer()).toList(), network.layout, kernels);
        int batch = Math.min(training.batchSize(), train.count);
        int steps = (train.count + batch - 1) / batch;
        var order = new BatchOrder(
                runs.stream().map(RunInput::order).toList(), train.count, train.columnCount, kernels.order());
        for (int epoch = 1; epoch <= training.epochs() && !recorder.allDiverged(); epoch++) {
            if (steps > 1) {
                order.shuffle(epoch);
                train.arrange(order.elements);
            }
            rates.begin(epoch, optimizer);
            network.beginEpoch(epoch);
            trainEpoch(batch, updates, optimizer);
            average.ifPresent(a -> a.putInto(network.parameters));
            recorder.endEpoch(gradientNorm.sum, steps);
            view.endEpoch(epoch, epoch == training.epochs());
            if (average.isPresent() && epoch < training.epochs()) {
                average.get().takeOutOf(network.parameters);
            }
        }
    }

    private void trainEpoch(int batch, ImmutableList<LaneUpdate> updates, LaneOptimizer optimizer) {
        Arrays.fill(gradientNorm.sum, 0);
        for (int first = 0; first < train.count; first += batch) {
            objective.differentiate(train, first, Math.min(first + batch, train.count));
            for (var update : updates) {
                update.apply(network.parameters, network.gradient);
            }
            optimizer.step(network.parameters, network.gradient);
            if (average.isPresent()) {
                average.get().add(network.parameters);
            }
        }
    }
}
