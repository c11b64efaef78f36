package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;
import tandem.training.data.Examples;
import tandem.training.kernels.Kernels;
import tandem.training.model.Architecture;

/**
 * What Newton's method minimises: mean (weighted) cross-entropy plus L2 penalty, as a function of parameters about the features' means.
 *
 * <p>With an unpenalised bias the features are centred, {@code z = w (x - mean) + c} with {@code c = b + w mean}: the same function of w and b, but
 * a feature far from its origin is then not nearly a multiple of the bias's constant.
 */
final class NewtonObjective {
    /** A spread below this share of the mean is rounding: the feature is constant. */
    private static final double CONSTANT = 1e-13;

    private final Architecture architecture;
    private final DenseNetwork network;
    private final LaneObjective objective;
    private final LaneExamples train;
    private final PenaltyTerm penalty;
    private final double[] penaltyValue = new double[1];
    private final double[] means;

    /** Of an example that counts. */
    private final double leastWeight;

    private final NewtonHessian hessian;

    NewtonObjective(RunInput run) {
        this.architecture = run.architecture();
        checkArgument(architecture.hidden().isEmpty(), "newton fits logistic and softmax regression only");
        var settings = run.training().penalty();
        checkArgument(settings.l1() == 0, "newton needs a smooth objective, without an l1 penalty");
        Examples examples = run.data().train();
        this.means = architecture.bias() && !(settings.bias() && settings.l2() > 0)
                ? means(examples)
                : new double[architecture.input().count()];
        double[] weights = ClassWeighting.ofExamples(run);
        this.leastWeight =
                Arrays.stream(weights).filter(weight -> weight > 0).min().orElse(1);
        Kernels kernels = Kernels.scalar(1);
        this.network = new DenseNetwork(architecture, kernels);
        this.objective = new LaneObjective(network, List.of(run), kernels);
        Examples centred = centred(examples);
        this.train = new LaneExamples(
                List.of(centred), weights.length > 0 ? new double[][] {weights} : new double[0][], kernels);
        this.penalty = new PenaltyTerm(List.of(settings), network.layout, kernels);
        this.hessian = new NewtonHessian(architecture, centred, weights, settings);
    }

    private static double[] means(Examples examples) {
        double[] means = new double[examples.featureCount()];
        for (int i = 0; i < examples.features().length; i++) {
            means[i % means.length] += examples.features()[i];
        }
        for (int f = 0; f < means.length; f++) {
            means[f] /= examples.count();
        }
        return means;
    }

    private Examples centred(Examples examples) {
        double[] features = examples.features().clone();
        for (int i = 0; i < features.length; i++) {
            double mean = means[i % means.length];
            double value = features[i] - mean;
            features[i] = Math.abs(value) <= CONSTANT * Math.abs(mean) ? 0 : value;
        }
        return examples.withFeatures(features);
    }

    /** Moves parameters from about the means to about the origin ({@code sign} -1) or back (1). */
    private double[] shifted(double[] parameters, int sign) {
        double[] shifted = parameters.clone();
        var layer = architecture.blocks().getFirst();
        if (architecture.bias()) {
            for (int o = 0; o < layer.outputCount(); o++) {
                for (int f = 0; f < means.length; f++) {
                    double weight = parameters[layer.weightsAt() + o * means.length + f];
                    shifted[layer.biasesAt() + o] = Math.fma(sign * weight, means[f], shifted[layer.biasesAt() + o]);
                }
            }
        }
        return shifted;
    }

    double[] aboutOrigin(double[] parameters) {
        return shifted(parameters, -1);
    }

    double[] aboutMeans(double[] parameters) {
        return shifted(parameters, 1);
    }

    /** Objective plus penalty at {@code parameters} about the means. */
    double value(double[] parameters) {
        network.layout.set(network.parameters, 0, parameters);
        objective.evaluate(train);
        penalty.values(network.parameters, penaltyValue);
        return objective.objective(0, train) + penaltyValue[0];
    }

    /** Gradient at {@code parameters} about the means, with respect to these. */
    double[] gradient(double[] parameters) {
        network.layout.set(network.parameters, 0, parameters);
        objective.differentiate(train, 0, train.count);
        if (penalty.isActive()) {
            penalty.addGradient(network.parameters, network.gradient);
        }
        return network.layout.get(network.gradient, 0, parameters.length);
    }

    /** Euclidean norm of the gradient with respect to parameters about the origin. */
    double normAboutOrigin(double[] gradient) {
        var layer = architecture.blocks().getFirst();
        double squares = 0;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            if (architecture.bias() && i < layer.weightCount()) {
                g = Math.fma(means[i % means.length], gradient[layer.biasesAt() + i / means.length], g);
            }
            squares = Math.fma(g, g, squares);
        }
        return Math.sqrt(squares);
    }

    /** Newton's step from {@code parameters} about the means. */
    NewtonHessian.Step step(double[] parameters, double[] gradient) {
        return hessian.step(parameters, gradient);
    }

    /** Whether every example that counts has more than half the probability on its class at {@code parameters}, without a penalty to stop them. */
    boolean isSeparated(double[] parameters) {
        value(parameters);
        return !penalty.isActive() && objective.objective(0, train) < StrictMath.log(2) * leastWeight / train.count;
    }
}
