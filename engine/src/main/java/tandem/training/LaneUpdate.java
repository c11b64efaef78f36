package tandem.training;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;

/**
 * One of the small steps that follow one another after each batch, from gradient to parameters. An optimizer is a list of them.
 */
sealed interface LaneUpdate {

    void apply(double[] parameters, double[] gradient);

    /** The list for runs that share the kinds of optimizer, penalty and clipping. */
    static ImmutableList<LaneUpdate> listOf(
            List<RunInput> runs, PenaltyTerm penalty, GradientNorm norm, Kernels kernels) {
        var updates = ImmutableList.<LaneUpdate>builder();
        if (penalty.isActive()) {
            updates.add(new AddPenalty(penalty));
        }
        updates.add(norm);
        switch (runs.getFirst().training().clip()) {
            case Clip.None none -> {}
            case Clip.ByNorm first ->
                updates.add(new ClipByNorm(
                        LaneRow.of(runs, run -> ((Clip.ByNorm) run.training().clip()).bound()),
                        norm,
                        kernels.update()));
            case Clip.ByValue first ->
                updates.add(new ClipByValue(
                        LaneRow.of(runs, run -> ((Clip.ByValue) run.training().clip()).bound()), kernels.update()));
        }
        updates.add(
                optimizer(runs.stream().map(run -> run.training().optimizer()).toList(), kernels));
        return updates.build();
    }

    private static LaneUpdate optimizer(List<Optimizer> perLane, Kernels kernels) {
        return switch (perLane.getFirst()) {
            case Optimizer.Sgd first ->
                new Descend(LaneRow.of(perLane, o -> ((Optimizer.Sgd) o).learningRate()), kernels.update());
            case Optimizer.Momentum first ->
                new Accelerate(
                        LaneRow.of(perLane, o -> ((Optimizer.Momentum) o).momentum()),
                        LaneRow.of(perLane, o -> ((Optimizer.Momentum) o).learningRate()),
                        kernels.update());
            case Optimizer.Adam first ->
                new ScaleByAdam(perLane.stream().map(Optimizer.Adam.class::cast).toList(), kernels.update());
            case Optimizer.None none -> throw new IllegalArgumentException("optimizer none has no steps");
            case Optimizer.Newton newton -> throw new IllegalArgumentException("newton does not train in lanes");
        };
    }

    record AddPenalty(PenaltyTerm penalty) implements LaneUpdate {
        @Override
        public void apply(double[] parameters, double[] gradient) {
            penalty.addGradient(parameters, gradient);
        }
    }

    /** Measures the norm of the whole gradient, for clipping and for the record. */
    final class GradientNorm implements LaneUpdate {
        private final UpdateKernels kernels;
        final double[] norm;
        final double[] sum;

        GradientNorm(Kernels kernels) {
            this.kernels = kernels.update();
            this.norm = Layout.allocate(1, kernels.lanes());
            this.sum = Layout.allocate(1, kernels.lanes());
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.squares(gradient, Layout.FIRST, gradient.length, norm);
            kernels.addNorm(norm, sum);
        }
    }

    final class ClipByNorm implements LaneUpdate {
        private final double[] bound;
        private final GradientNorm norm;
        private final UpdateKernels kernels;

        ClipByNorm(double[] bound, GradientNorm norm, UpdateKernels kernels) {
            this.bound = bound;
            this.norm = norm;
            this.kernels = kernels;
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.clipByNorm(gradient, Layout.FIRST, gradient.length, norm.norm, bound);
        }
    }

    final class ClipByValue implements LaneUpdate {
        private final double[] bound;
        private final UpdateKernels kernels;

        ClipByValue(double[] bound, UpdateKernels kernels) {
            this.bound = bound;
            this.kernels = kernels;
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.clipByValue(gradient, Layout.FIRST, gradient.length, bound);
        }
    }

    final class Descend implements LaneUpdate {
        private final double[] rate;
        private final UpdateKernels kernels;

        Descend(double[] rate, UpdateKernels kernels) {
            this.rate = rate;
            this.kernels = kernels;
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.descend(parameters, gradient, Layout.FIRST, parameters.length, rate);
        }
    }

    /** Momentum, then a step along the accumulated gradient. */
    final class Accelerate implements LaneUpdate {
        private final double[] momentum;
        private final double[] rate;
        private final UpdateKernels kernels;
        private double[] accumulated = new double[0];

        Accelerate(double[] momentum, double[] rate, UpdateKernels kernels) {
            this.momentum = momentum;
            this.rate = rate;
            this.kernels = kernels;
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            if (accumulated.length == 0) {
                accumulated = new double[gradient.length];
            }
            kernels.accelerate(accumulated, gradient, Layout.FIRST, gradient.length, momentum);
            kernels.descend(parameters, accumulated, Layout.FIRST, gradient.length, rate);
        }
    }

    final class ScaleByAdam implements LaneUpdate {
        private final UpdateKernels kernels;
        private final double[] factors;
        private double[] first = new double[0];
        private double[] second = new double[0];

        ScaleByAdam(List<Optimizer.Adam> perLane, UpdateKernels kernels) {
            this.kernels = kernels;
            this.factors = Layout.allocate(UpdateKernels.ADAM_ROWS, perLane.size());
            LaneRow.set(factors, UpdateKernels.BETA1, perLane, Optimizer.Adam::beta1);
            LaneRow.set(factors, UpdateKernels.ONE_MINUS_BETA1, perLane, adam -> 1 - adam.beta1());
            LaneRow.set(factors, UpdateKernels.BETA2, perLane, Optimizer.Adam::beta2);
            LaneRow.set(factors, UpdateKernels.ONE_MINUS_BETA2, perLane, adam -> 1 - adam.beta2());
            LaneRow.set(factors, UpdateKernels.LEARNING_RATE, perLane, Optimizer.Adam::learningRate);
            LaneRow.set(
                    factors,
                    UpdateKernels.EPSILON_FIXED,
                    perLane,
                    adam -> adam.form() == Optimizer.AdamForm.KERAS ? adam.epsilon() : 0);
            LaneRow.set(
                    factors,
                    UpdateKernels.EPSILON_SCALED,
                    perLane,
                    adam -> adam.form() == Optimizer.AdamForm.PYTORCH ? adam.epsilon() : 0);
            LaneRow.set(factors, UpdateKernels.BETA1_POWER, perLane, adam -> 1);
            LaneRow.set(factors, UpdateKernels.BETA2_POWER, perLane, adam -> 1);
            kernels.adamFactors(factors);
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            if (first.length == 0) {
                first = new double[gradient.length];
                second = new double[gradient.length];
            }
            kernels.adam(parameters, gradient, first, second, Layout.FIRST, gradient.length, factors);
            kernels.adamFactors(factors); // those of the next step: computed before they are waited for
        }
    }
}
