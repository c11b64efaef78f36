package tandem.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Architecture;
import tandem.training.model.Initializer;
import tandem.training.model.Layer;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.model.Shape;
import tandem.training.model.Start;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.SampleWeights;
import tandem.training.optimizer.Schedule;
import tandem.training.optimizer.Training;
import tandem.training.random.NormalSampler;
import tandem.training.random.RandomStream;

/** A run to train in a test, from which others are made by changing one thing. */
public record TestRun(
        PreparedData data,
        Model model,
        Training training,
        RandomStream weights,
        RandomStream order,
        RandomStream dropout) {

    /** Zero start parameters with biases, evaluated and not trained; full batches once an optimizer is set. */
    public static TestRun of(ModelKind kind, PreparedData data) {
        return new TestRun(
                data,
                new Model(kind, ImmutableList.of(), Activation.RELU, true, new Start.Drawn(Initializer.ZEROS)),
                new Training(
                        new Optimizer.None(),
                        Training.FULL_BATCH,
                        0,
                        Penalty.NONE,
                        new Clip.None(),
                        new ClassWeights.None()),
                new RandomStream(1),
                new RandomStream(2),
                new RandomStream(3));
    }

    public TestRun hidden(Activation activation, Integer... units) {
        return with(new Model(model.kind(), ImmutableList.copyOf(units), activation, model.bias(), model.start()));
    }

    /** With these hidden layers, on features if the shape is no image. */
    public TestRun layers(Shape image, Layer... layers) {
        var kind = ModelKind.LAYERS;
        return with(new Model(
                kind,
                Optional.of(image).filter(Shape::isImage),
                ImmutableList.copyOf(layers),
                model.bias(),
                model.start(),
                Model.HALF));
    }

    public TestRun withoutBias() {
        var layers = model.layers().stream()
                .map(layer -> layer instanceof Layer.Dense dense ? new Layer.Dense(dense.units(), false) : layer)
                .collect(ImmutableList.toImmutableList());
        return with(new Model(model.kind(), model.image(), layers, false, model.start(), model.threshold()));
    }

    public TestRun from(Start start) {
        return with(model.with(start));
    }

    /** Starts at these parameters, in the order of {@link Architecture#blocks}. */
    public TestRun from(double... parameters) {
        var weights = ImmutableList.<ImmutableList<ImmutableDoubleArray>>builder();
        var biases = ImmutableList.<ImmutableDoubleArray>builder();
        for (var layer : architecture().blocks()) {
            var rows = ImmutableList.<ImmutableDoubleArray>builder();
            for (int o = 0; o < layer.outputCount(); o++) {
                rows.add(slice(parameters, layer.weightsAt() + o * layer.inputCount(), layer.inputCount()));
            }
            weights.add(rows.build());
            if (model.bias()) {
                biases.add(slice(parameters, layer.biasesAt(), layer.biasCount()));
            }
        }
        return from(new Start.Given(weights.build(), biases.build()));
    }

    private static ImmutableDoubleArray slice(double[] values, int from, int count) {
        return ImmutableDoubleArray.copyOf(Arrays.copyOfRange(values, from, from + count));
    }

    /** Starts at normal parameters, biases too. */
    public TestRun fromRandom(double deviation, long seed) {
        var normal = new NormalSampler(new RandomStream(seed).generator());
        double[] parameters = new double[architecture().parameterCount()];
        Arrays.setAll(parameters, i -> deviation * normal.next());
        return from(parameters);
    }

    public TestRun with(Optimizer optimizer, int epochs) {
        return with(training.with(optimizer, epochs));
    }

    public TestRun batch(int size) {
        return with(training.withBatchSize(size));
    }

    public TestRun with(Loss loss) {
        return with(training.with(loss));
    }

    public TestRun with(Schedule schedule) {
        return with(training.with(schedule));
    }

    public TestRun with(Penalty penalty) {
        return with(training.with(penalty));
    }

    public TestRun with(Clip clip) {
        return with(training.with(clip));
    }

    public TestRun with(SampleWeights sampleWeights) {
        return with(training.with(sampleWeights));
    }

    public TestRun with(ClassWeights classWeights) {
        return with(training.with(classWeights));
    }

    public TestRun with(Average average) {
        return with(training.with(average));
    }

    public TestRun threshold(double threshold) {
        return with(model.withThreshold(threshold));
    }

    /** The same train examples with weights of their own. */
    public TestRun weighted(double... ofExamples) {
        return onTrain(data.train().weighted(ofExamples));
    }

    /** With other train examples. */
    public TestRun onTrain(Examples train) {
        var splits = new LinkedHashMap<>(data.splits());
        splits.put(Split.TRAIN, train);
        var changed = data.treated(ImmutableMap.copyOf(splits), data.treatment());
        return new TestRun(changed, model, training, weights, order, dropout);
    }

    public TestRun withStreams(long weightSeed, long orderSeed) {
        return new TestRun(data, model, training, new RandomStream(weightSeed), new RandomStream(orderSeed), dropout);
    }

    private TestRun with(Model changed) {
        return new TestRun(data, changed, training, weights, order, dropout);
    }

    private TestRun with(Training changed) {
        return new TestRun(data, model, changed, weights, order, dropout);
    }

    public Architecture architecture() {
        return input().architecture();
    }

    public RunInput input() {
        return new RunInput(data, model, training, weights, order, dropout);
    }

    /** Trained alone. */
    public RunResult train() {
        return PackTrainer.train(List.of(input()), Kernels.scalar(1)).getFirst();
    }

    /** Trained in packs of plain loops. */
    public static List<RunResult> trainAll(List<TestRun> runs) {
        int lanes = 64;
        var results = new ArrayList<RunResult>();
        for (int first = 0; first < runs.size(); first += lanes) {
            var pack = runs.subList(first, Math.min(first + lanes, runs.size()));
            results.addAll(PackTrainer.train(pack.stream().map(TestRun::input).toList(), Kernels.scalar(pack.size())));
        }
        return results;
    }
}
