package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Architecture;
import tandem.training.model.StartParameters;
import tandem.training.optimizer.Training;

/**
 * Newton's method on the mean (weighted) cross-entropy plus L2 penalty of logistic and softmax regression, which is convex. One iteration is one
 * epoch; the trajectory ends with the iteration whose step no longer matters ({@value #CONVERGED} of the parameters).
 *
 * <p>Each step is damped (halved until the objective falls by Armijo's rule) and is the one of least norm where the Hessian is singular, in
 * coordinates in which every feature has unit second moment.
 *
 * @see "Boyd and Vandenberghe (2004), Convex Optimization, sections 9.2 and 9.5"
 */
public final class NewtonTrainer {
    static final double CONVERGED = 1e-9;
    private static final double ARMIJO = 1e-4;
    private static final int MOST_HALVINGS = 60;

    private final Training training;
    private final LaneNetwork network;
    private final LaneObjective objective;
    private final LaneExamples train;
    private final PenaltyTerm penalty;
    private final TrajectoryRecorder recorder;
    private final NewtonHessian hessian;
    private final double[] parameters;
    private final double[] penaltyValue = new double[1];

    private NewtonTrainer(RunInput run) {
        this.training = run.training();
        Architecture architecture = run.architecture();
        checkArgument(architecture.hidden().isEmpty(), "newton fits logistic and softmax regression only");
        Kernels kernels = Kernels.scalar(1);
        this.network = new LaneNetwork(architecture, kernels);
        this.objective = new LaneObjective(network, architecture, kernels);
        this.penalty = new PenaltyTerm(List.of(training.penalty()), architecture, kernels);
        double[] classWeights = ClassWeighting.of(training.classWeights(), run.data());
        Map<Split, LaneExamples> splits = new EnumMap<>(Split.class);
        run.data()
                .splits()
                .forEach((split, examples) -> splits.put(
                        split,
                        new LaneExamples(
                                List.of(examples),
                                split == Split.TRAIN && classWeights.length > 0
                                        ? new double[][] {classWeights}
                                        : new double[0][])));
        this.train = Objects.requireNonNull(splits.get(Split.TRAIN));
        this.recorder = new TrajectoryRecorder(training.epochs(), kernels, network, objective, penalty, splits);
        this.hessian = new NewtonHessian(network, architecture, train, training.penalty());
        this.parameters = StartParameters.of(run.model().start(), architecture, run.weights());
        network.start(0, parameters);
    }

    /**
     * Fits one run.
     *
     * @throws NoMinimumException where the objective has no minimum (separable classes without penalty) or none was reached in {@code epochs} iterations
     */
    public static RunResult train(RunInput run) {
        return new NewtonTrainer(run).train();
    }

    private RunResult train() {
        double[] norm = Layout.allocate(1, 1);
        recorder.endEpoch(norm, 0);
        for (int iteration = 1; iteration <= training.epochs(); iteration++) {
            double before = value();
            double[] gradient = gradient();
            var step = hessian.step(gradient);
            if (step.hasLostCurvature() || isSeparated()) {
                throw new NoMinimumException(
                        "the loss has no minimum: the model separates classes of the train split, so larger weights"
                                + " are always better; give training.penalty.l2 a positive value, or train with sgd,"
                                + " momentum or adam for a number of epochs");
            }
            move(step.direction(), gradient, before);
            norm[Layout.FIRST] = norm(gradient);
            recorder.endEpoch(norm, 1);
            if (step.relativeSize(parameters) <= CONVERGED) {
                return new RunResult(recorder.trajectory(0), parameters.clone());
            }
        }
        throw new NoMinimumException("newton has not reached the minimum in " + training.epochs()
                + " iterations; raise training.epochs or give training.penalty.l2 a positive value");
    }

    /** Whether every example has more than half the probability on its class: then the unpenalised loss falls for ever along the parameters. */
    private boolean isSeparated() {
        return !penalty.isActive() && objective.loss(0, train) < StrictMath.log(2) / train.count;
    }

    /** Objective plus penalty at the network's parameters; leaves the train split as the one evaluated last. */
    private double value() {
        objective.evaluate(train);
        penalty.values(network.parameters, penaltyValue);
        return objective.objective(0, train) + penaltyValue[0];
    }

    private double[] gradient() {
        objective.differentiate(train, 0, train.count);
        if (penalty.isActive()) {
            penalty.addGradient(network.parameters, network.gradient);
        }
        return Arrays.copyOfRange(network.gradient, Layout.FIRST, Layout.FIRST + parameters.length);
    }

    /** Goes along {@code direction}, half as far as long as the objective does not fall by a fair share of what its slope promises. */
    private void move(double[] direction, double[] gradient, double before) {
        double slope = 0;
        for (int i = 0; i < direction.length; i++) {
            slope = Math.fma(direction[i], gradient[i], slope);
        }
        double rounding = 4 * Math.ulp(before);
        double length = 1;
        for (int halvings = 0; halvings < MOST_HALVINGS; halvings++, length /= 2) {
            double[] trial = new double[parameters.length];
            for (int i = 0; i < trial.length; i++) {
                trial[i] = Math.fma(length, direction[i], parameters[i]);
            }
            network.start(0, trial);
            if (value() <= before + ARMIJO * length * slope + rounding) {
                System.arraycopy(trial, 0, parameters, 0, trial.length);
                return;
            }
        }
        network.start(0, parameters);
    }

    private static double norm(double[] gradient) {
        double squares = 0;
        for (double g : gradient) {
            squares = Math.fma(g, g, squares);
        }
        return Math.sqrt(squares);
    }
}
