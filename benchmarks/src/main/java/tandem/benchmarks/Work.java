package tandem.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import tandem.training.RunInput;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
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

/**
 * The two whole trainings that speed is told by; {@code reference/lane.cpp} does the same. Four fifths of the examples
 * train, the rest validate.
 */
public enum Work {
    /** 4-8-3, batches of 5, 120 + 30 examples, 200 epochs: a small network on a set like Iris. */
    SMALL(new int[] {4, 8, 3}, 150, 5, 200, 5e-4),
    /** 20-32-2, batches of 32, 800 + 200 examples, 50 epochs. */
    LARGE(new int[] {20, 32, 2}, 1000, 32, 50, 1e-3);

    private static final long SEED = 1;

    final int features;
    final int hidden;
    final int classes;
    final int examples;
    final int batch;
    final int epochs;
    final double learningRate;

    /** @param units features, hidden units, classes */
    Work(int[] units, int examples, int batch, int epochs, double learningRate) {
        this.features = units[0];
        this.hidden = units[1];
        this.classes = units[2];
        this.examples = examples;
        this.batch = batch;
        this.epochs = epochs;
        this.learningRate = learningRate;
    }

    /** As told in tables: {@code 4-8-3}. */
    public String networkName() {
        return features + "-" + hidden + "-" + classes;
    }

    /** Updates an epoch. */
    public int stepsPerEpoch() {
        return (trained() + batch - 1) / batch;
    }

    int trained() {
        return examples * 4 / 5;
    }

    /** The runs of replicates [0, count), or as many runs of replicate 0. */
    ImmutableList<RunInput> runs(int count, Orders orders) {
        return runs(count, orders, batch, epochs);
    }

    ImmutableList<RunInput> runs(int count, Orders orders, int batchSize, int epochCount) {
        return IntStream.range(0, count)
                .map(run -> orders == Orders.SHARED ? 0 : run)
                .mapToObj(replicate -> new RunInput(
                        data(replicate, examples - trained()),
                        model(),
                        training(batchSize, epochCount),
                        RandomStream.of(SEED, "weights", replicate),
                        RandomStream.of(SEED, "order", replicate),
                        RandomStream.of(SEED, "dropout", replicate)))
                .collect(ImmutableList.toImmutableList());
    }

    Model model() {
        return new Model(
                ModelKind.MLP,
                ImmutableList.of(hidden),
                Activation.RELU,
                true,
                new Start.Drawn(Initializer.GLOROT_UNIFORM));
    }

    Training training(int batchSize, int epochCount) {
        var adam = new Optimizer.Adam(learningRate, 0.9, 0.999, 1e-8, Optimizer.AdamForm.KERAS);
        return new Training(adam, batchSize, epochCount, Penalty.NONE, new Clip.None(), new ClassWeights.None());
    }

    /** The examples of a replicate; {@code validated} of them beside those trained on, none for no such split. */
    PreparedData data(int replicate, int validated) {
        int count = trained() + validated;
        double[] x = new double[count * features];
        int[] labels = new int[count];
        draw(RandomStream.of(SEED, "data", replicate).generator(), x, labels);
        var names = IntStream.range(0, classes).mapToObj(c -> "class-" + c).collect(ImmutableList.toImmutableList());
        var splits = ImmutableMap.<Split, Examples>builder().put(Split.TRAIN, examples(x, labels, 0, trained()));
        if (validated > 0) {
            splits.put(Split.VALIDATION, examples(x, labels, trained(), count));
        }
        return new PreparedData(names, splits.buildOrThrow());
    }

    /** As {@code lane.cpp} draws: even classes, uniform noise, every feature raised in the class of its index. */
    void draw(UniformRandomProvider random, double[] x, int[] labels) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(classes);
            for (int f = 0; f < features; f++) {
                x[i * features + f] = (random.nextDouble() * 2 - 1) * 1.7 + (f % classes == labels[i] ? 1.5 : 0);
            }
        }
    }

    private Examples examples(double[] x, int[] labels, int from, int to) {
        return new Examples(
                features, Arrays.copyOfRange(x, from * features, to * features), Arrays.copyOfRange(labels, from, to));
    }
}
