package tandem.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Architecture;
import tandem.training.model.StartParameters;
import tandem.training.optimizer.Training;

/**
 * Newton's method on the mean (weighted) cross-entropy plus L2 penalty of logistic and softmax regression, which is
 * convex. One iteration is one epoch; the trajectory ends with the iteration whose step no longer matters
 * ({@value #CONVERGED} of the parameters).
 *
 * <p>Each step is damped (halved until the objective falls by Armijo's rule) and is the one of least norm where the
 * Hessian is singular, in coordinates in which every feature has mean 0 and unit second moment. The first step is taken
 * from the start parameters or from zero, whichever has the lower objective: far out, curvature is lost to rounding.
 *
 * @see "Boyd and Vandenberghe (2004), Convex Optimization, sections 9.2 and 9.5"
 */
public final class NewtonTrainer {
    static final double CONVERGED = 1e-9;

    /** Components of the gradient, in scaled units, that are no reason to go on; those in flat directions count too. */
    private static final double VANISHING = 1e-6;

    private static final String WEIGHTS_GROW =
            "the loss has no minimum: the model separates classes of the train split, so larger weights are always"
                    + " better; give training.penalty.l2 a positive value, or train with sgd, momentum or adam for a"
                    + " number of epochs";

    private static final String BIASES_GROW =
            "the loss has no minimum: the penalty leaves the biases free and a class is absent from the train split,"
                    + " so its bias falls for ever; set training.penalty.bias to true, or split stratified";

    private static final String NEARLY_COLLINEAR =
            "features are so nearly collinear that rounding hides the minimum; leave one of them out, or give"
                    + " training.penalty.l2 a positive value";

    private static final double ARMIJO = 1e-4;
    private static final int MOST_HALVINGS = 60;

    private final Training training;
    private final NewtonObjective objective;
    private final LaneNetwork network;
    private final TrajectoryRecorder recorder;
    private final PackView view;
    /** About the means. */
    private double[] parameters;

    private NewtonTrainer(RunInput run, EpochObserver observer) {
        this.training = run.training();
        this.objective = new NewtonObjective(run);
        Architecture architecture = run.architecture();
        Kernels kernels = Kernels.scalar(1);
        this.network = new DenseNetwork(architecture, kernels);
        double[] weights = ClassWeighting.ofExamples(run);
        Map<Split, LaneExamples> splits = new EnumMap<>(Split.class);
        run.data().splits().forEach((split, examples) -> {
            boolean weighted = split == Split.TRAIN && weights.length > 0;
            double[][] perLane = weighted ? new double[][] {weights} : new double[0][];
            splits.put(split, new LaneExamples(List.of(examples), perLane, kernels));
        });
        var penalty = new PenaltyTerm(List.of(training.penalty()), network.layout, kernels);
        var evaluation = new LaneObjective(network, List.of(run), kernels);
        this.recorder = new TrajectoryRecorder(training.epochs(), kernels, network, evaluation, penalty, splits);
        this.view = new PackView(observer, List.of(run), network, recorder, splits);
        double[] start = StartParameters.of(run.model().start(), architecture, run.weights());
        network.layout.set(network.parameters, 0, start);
        this.parameters = objective.aboutMeans(start);
    }

    /** Fits a run that nobody looks at; see {@link #train(RunInput, EpochObserver)}. */
    public static RunResult train(RunInput run) {
        return train(run, EpochObserver.NONE);
    }

    /**
     * Fits one run.
     *
     * @param observer of run 0; it may see epochs of a fit that then fails
     * @throws NoMinimumException where the objective has no minimum (separable classes without penalty) or none was
     *     reached in {@code epochs} iterations
     */
    public static RunResult train(RunInput run, EpochObserver observer) {
        return new NewtonTrainer(run, observer).train();
    }

    private RunResult train() {
        double[] norm = Layout.allocate(1, 1);
        double[] zeros = new double[parameters.length];
        if (!Double.isFinite(objective.value(parameters))) {
            parameters = zeros;
            network.layout.set(network.parameters, 0, zeros);
        }
        recorder.endEpoch(norm, 0);
        view.endEpoch(0, false);
        // The first Hessian at zero tells which directions are curved at all.
        objective.step(zeros, objective.gradient(zeros));
        if (!(objective.value(parameters) <= objective.value(zeros))) {
            parameters = zeros;
        }
        for (int iteration = 1; iteration <= training.epochs(); iteration++) {
            double[] gradient = objective.gradient(parameters);
            var step = objective.step(parameters, gradient);
            if (step.hasLostCurvature() || objective.isSeparated(parameters)) {
                throw new NoMinimumException(training.penalty().l2() > 0 ? BIASES_GROW : WEIGHTS_GROW);
            }
            move(step.direction(), gradient);
            network.layout.set(network.parameters, 0, objective.aboutOrigin(parameters));
            norm[Layout.FIRST] = objective.normAboutOrigin(gradient);
            recorder.endEpoch(norm, 1);
            boolean converged = step.relativeSize(parameters) <= CONVERGED;
            view.endEpoch(iteration, converged);
            if (converged) {
                if (step.relativeGradient(gradient) > VANISHING) {
                    throw new NoMinimumException(NEARLY_COLLINEAR);
                }
                return new RunResult(recorder.trajectory(0), objective.aboutOrigin(parameters), new double[0]);
            }
        }
        throw new NoMinimumException("newton has not reached the minimum in " + training.epochs()
                + " iterations; raise training.epochs or give training.penalty.l2 a positive value");
    }

    /** Goes along {@code direction}, half as far as long as the objective does not fall by a fair share of what its slope promises. */
    private void move(double[] direction, double[] gradient) {
        double before = objective.value(parameters);
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
            if (objective.value(trial) <= before + ARMIJO * length * slope + rounding) {
                parameters = trial;
                return;
            }
        }
    }
}
