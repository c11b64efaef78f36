package tandem.training.oracle;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import tandem.training.RunResult;
import tandem.training.TestRun;
import tandem.training.Trajectory;
import tandem.training.data.Examples;
import tandem.training.data.Split;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.SampleWeights;
import tandem.training.optimizer.Schedule;

/** Training of one run by the book: loops over epochs, batches, examples; every sum written out. */
final class TextbookTraining {
    private final TestRun run;
    private final Examples train;
    private final double[] classWeights;
    private final double[] w;
    private final TextbookNetwork network;
    private double[] average = new double[0];
    private final TextbookOptimizer optimizer;
    private final Map<Split, Trajectory.Curve> curves = new EnumMap<>(Split.class);
    private final double[] objective;
    private final double[] penalty;
    private final double[] weightNorm;
    private final double[] gradientNorm;

    private TextbookTraining(TestRun run, double[] start) {
        this.run = run;
        this.train = run.data().train();
        this.classWeights = classWeights(run);
        this.w = start.clone();
        this.network = new TextbookNetwork(run, w);
        this.optimizer = new TextbookOptimizer(run.training().optimizer(), w.length, network::isBias);
        int length = run.training().epochs() + 1;
        run.data()
                .splits()
                .forEach((split, examples) ->
                        curves.put(split, new Trajectory.Curve(examples.count(), new double[length], new int[length])));
        this.objective = new double[length];
        this.penalty = new double[length];
        this.weightNorm = new double[length];
        this.gradientNorm = new double[length];
    }

    static RunResult train(TestRun run, double[] start) {
        var training = new TextbookTraining(run, start);
        training.evaluate(0);
        for (int epoch = 1; epoch <= run.training().epochs(); epoch++) {
            training.epoch(epoch);
            training.evaluateAverage(epoch);
        }
        var trajectory = new Trajectory(
                ImmutableMap.copyOf(training.curves),
                ImmutableMap.copyOf(training.curves),
                training.objective,
                training.penalty,
                training.weightNorm,
                training.gradientNorm,
                OptionalInt.empty());
        return new RunResult(trajectory, training.average.length > 0 ? training.average : training.w, new double[0]);
    }

    private static double[] classWeights(TestRun run) {
        double[] weights = new double[run.data().classCount()];
        switch (run.training().classWeights()) {
            case ClassWeights.None none -> Arrays.fill(weights, 1);
            case ClassWeights.Given given -> {
                for (int c = 0; c < weights.length; c++) {
                    weights[c] = Objects.requireNonNull(
                            given.weights().get(run.data().classNames().get(c)));
                }
            }
            case ClassWeights.Balanced balanced -> {
                int[] labels = run.data().train().labels();
                for (int c = 0; c < weights.length; c++) {
                    int wanted = c;
                    double size = Arrays.stream(labels).filter(l -> l == wanted).count();
                    weights[c] = labels.length / (weights.length * size);
                }
            }
        }
        return weights;
    }

    /** Of a train example in the objective. */
    private double weight(int example) {
        boolean counts = train.isWeighted() && run.training().sampleWeights() == SampleWeights.DATA;
        double own = counts ? train.weights()[example] : 1;
        return classWeights[train.labels()[example]] * own;
    }

    private void epoch(int epoch) {
        int n = train.count();
        int[] order = TextbookOrder.of(run.order().at(epoch), n);
        int size = Math.min(run.training().batchSize(), n);
        int batches = 0;
        for (int first = 0; first < n; first += size) {
            double[] g = batchGradient(Arrays.copyOfRange(order, first, Math.min(first + size, n)));
            gradientNorm[epoch] += norm(g);
            clip(g);
            optimizer.step(
                    w, g, share(run.training().schedule(), epoch, run.training().epochs()));
            addToAverage();
            batches++;
        }
        gradientNorm[epoch] /= batches;
    }

    /** Gradient of the batch's mean weighted cross-entropy plus penalty. */
    private double[] batchGradient(int[] batch) {
        double[] g = new double[w.length];
        double mean = 0;
        for (int example : batch) {
            int label = train.labels()[example];
            double[] one = network.gradient(run.training().loss(), row(train, example), label);
            for (int i = 0; i < g.length; i++) {
                one[i] *= weight(example);
            }
            double shortening = run.training().clip() instanceof Clip.PerExample(double bound) && norm(one) > bound
                    ? bound / norm(one)
                    : 1;
            for (int i = 0; i < g.length; i++) {
                g[i] += shortening * one[i] / batch.length;
            }
            mean += weight(example)
                    * TextbookLoss.value(run.training().loss(), network.probabilities(row(train, example)), label)
                    / batch.length;
        }
        if (run.training().loss() instanceof Loss.Flooding(double level)) {
            for (int i = 0; i < g.length; i++) {
                g[i] *= Math.signum(mean - level);
            }
        }
        var terms = run.training().penalty();
        for (int i = 0; i < g.length; i++) {
            if (terms.bias() || !network.isBias(i)) {
                g[i] += 2 * terms.l2() * w[i] + terms.l1() * Math.signum(w[i]);
            }
        }
        return g;
    }

    private void clip(double[] g) {
        switch (run.training().clip()) {
            case Clip.None _, Clip.PerExample _ -> {}
            case Clip.ByNorm byNorm -> {
                double norm = norm(g);
                for (int i = 0; i < g.length && norm > byNorm.bound(); i++) {
                    g[i] = g[i] * byNorm.bound() / norm;
                }
            }
            case Clip.ByValue byValue -> {
                for (int i = 0; i < g.length; i++) {
                    g[i] = Math.max(-byValue.bound(), Math.min(byValue.bound(), g[i]));
                }
            }
        }
    }

    private static double norm(double[] g) {
        return Math.sqrt(Arrays.stream(g).map(x -> x * x).sum());
    }

    private static double[] row(Examples examples, int example) {
        int width = examples.featureCount();
        return Arrays.copyOfRange(examples.features(), example * width, (example + 1) * width);
    }

    private static double share(Schedule schedule, int epoch, int epochs) {
        return switch (schedule) {
            case Schedule.Constant() -> 1;
            case Schedule.Step(int every, double factor) -> {
                double share = 1;
                for (int e = 1; e < epoch; e++) {
                    share *= e % every == 0 ? factor : 1;
                }
                yield share;
            }
            case Schedule.Cosine(double last) ->
                last + (1 - last) * 0.5 * (1 + StrictMath.cos(Math.PI * (epoch - 1) / epochs));
        };
    }

    private void addToAverage() {
        if (run.training().average() instanceof Average.Exponential(double decay)) {
            average = average.length == 0 ? w.clone() : average;
            for (int i = 0; i < w.length; i++) {
                average[i] = decay * average[i] + (1 - decay) * w[i];
            }
        }
    }

    private void evaluateAverage(int epoch) {
        double[] last = w.clone();
        if (average.length > 0) {
            System.arraycopy(average, 0, w, 0, w.length);
        }
        evaluate(epoch);
        System.arraycopy(last, 0, w, 0, w.length);
    }

    private void evaluate(int epoch) {
        curves.forEach((split, curve) -> {
            var examples = Objects.requireNonNull(run.data().splits().get(split));
            for (int i = 0; i < examples.count(); i++) {
                int label = examples.labels()[i];
                double[] p = network.probabilities(row(examples, i));
                double loss = -StrictMath.log(p[label]) / examples.count();
                curve.loss()[epoch] += loss;
                curve.correct()[epoch] += predicted(row(examples, i), p) == label ? 1 : 0;
                double minimised = TextbookLoss.value(run.training().loss(), p, label) / examples.count();
                objective[epoch] += split == Split.TRAIN ? weight(i) * minimised : 0;
            }
        });
        if (run.training().loss() instanceof Loss.Flooding(double level)) {
            objective[epoch] = Math.abs(objective[epoch] - level) + level;
        }
        var terms = run.training().penalty();
        double squares = 0;
        for (int i = 0; i < w.length; i++) {
            squares += network.isBias(i) ? 0 : w[i] * w[i];
            if (terms.bias() || !network.isBias(i)) {
                penalty[epoch] += terms.l2() * w[i] * w[i] + terms.l1() * Math.abs(w[i]);
            }
        }
        weightNorm[epoch] = Math.sqrt(squares);
    }

    private int predicted(double[] x, double[] p) {
        double[] z = network.logits(x);
        if (z.length == 1) {
            return p[1] > run.model().threshold() ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < z.length; k++) {
            best = z[k] > z[best] ? k : best;
        }
        return best;
    }
}
