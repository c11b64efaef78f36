package tandem.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Initializer;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.Training;
import tandem.training.random.RandomStream;

/** Runs of one shape that differ in all that may differ by lane, small enough for interpreted vectors. */
final class TinyRuns {
    static final Optimizer SGD = new Optimizer.Sgd(0.3);
    static final Optimizer ADAM = new Optimizer.Adam(0.05, 0.9, 0.999, 1e-7, Optimizer.AdamForm.KERAS);
    static final Training PLAIN = new Training(SGD, 3, 3, Penalty.NONE, new Clip.None(), new ClassWeights.None());

    private TinyRuns() {}

    static Model mlp(Activation activation, Integer... hidden) {
        return new Model(
                ModelKind.MLP,
                ImmutableList.copyOf(hidden),
                activation,
                true,
                new Start.Drawn(Initializer.GLOROT_UNIFORM));
    }

    static Model linear(ModelKind kind, boolean bias) {
        return new Model(kind, ImmutableList.of(), Activation.RELU, bias, new Start.Drawn(Initializer.GLOROT_NORMAL));
    }

    /** Eight train and three validation examples of two features. */
    static PreparedData data(int classCount, long seed) {
        return data(classCount, 8, 2, seed);
    }

    static PreparedData data(int classCount, int trainCount, int featureCount, long seed) {
        var names = ImmutableList.<String>builder();
        for (int c = 0; c < classCount; c++) {
            names.add("class " + c);
        }
        var random = new SplittableRandom(seed);
        return new PreparedData(
                names.build(),
                ImmutableMap.of(
                        Split.TRAIN, examples(trainCount, featureCount, classCount, random),
                        Split.VALIDATION, examples(3, featureCount, classCount, random)));
    }

    private static Examples examples(int count, int featureCount, int classCount, SplittableRandom random) {
        double[] features = random.doubles((long) count * featureCount, -2, 2).toArray();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classCount;
        }
        return new Examples(featureCount, features, labels);
    }

    /** Runs with data, start weights and orders of their own. */
    static List<RunInput> runs(int count, Model model, Training training, int classCount) {
        var runs = new ArrayList<RunInput>();
        for (int r = 0; r < count; r++) {
            runs.add(run(r, model, training, classCount));
        }
        return runs;
    }

    static RunInput run(long seed, Model model, Training training, int classCount) {
        return new RunInput(
                data(classCount, seed),
                model,
                training,
                RandomStream.of(7, "weights", seed),
                RandomStream.of(7, "order", seed),
                RandomStream.of(7, "dropout", seed));
    }

    /** The same run with a weight for each train example, drawn by its order; some are 0. */
    static RunInput weighted(RunInput run) {
        var data = run.data();
        double[] weights = new SplittableRandom(run.order().seed())
                .doubles(data.train().count(), -1, 3)
                .map(weight -> Math.max(0, weight))
                .toArray();
        var splits = new LinkedHashMap<>(data.splits());
        splits.put(Split.TRAIN, data.train().weighted(weights));
        var changed = data.treated(ImmutableMap.copyOf(splits), data.treatment());
        return new RunInput(changed, run.model(), run.training(), run.weights(), run.order(), run.dropout());
    }

    /** All numbers of a result in one array. */
    static double[] numbers(RunResult result) {
        var all = new ArrayList<Double>();
        var trajectory = result.trajectory();
        for (double[] curve : List.of(
                trajectory.objective(),
                trajectory.penalty(),
                trajectory.weightNorm(),
                trajectory.gradientNorm(),
                result.parameters(),
                result.statistics())) {
            for (double value : curve) {
                all.add(value);
            }
        }
        trajectory.splits().values().forEach(curve -> {
            for (int epoch = 0; epoch < curve.loss().length; epoch++) {
                all.add(curve.loss()[epoch]);
                all.add((double) curve.correct()[epoch]);
            }
        });
        all.add((double) trajectory.divergedEpoch().orElse(-1));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double[] numbersAlone(RunInput run) {
        return numbers(PackTrainer.train(List.of(run), Kernels.scalar(1)).getFirst());
    }
}
