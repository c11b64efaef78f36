package tandem.training;

import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.layer.LaneParameters;
import tandem.training.optimizer.Optimizer;

/** Takes the step that follows a batch. */
sealed interface LaneOptimizer
        permits LaneAdam, LaneOptimizer.Descend, LaneOptimizer.Accelerate, LaneOptimizer.RmsProp {

    void step(double[] parameters, double[] gradient);

    /**
     * Goes on at other learning rates.
     *
     * @param rates one row
     */
    void setRates(double[] rates);

    /**
     * The optimizer of runs that share its kind.
     *
     * @param perLane one a lane
     */
    static LaneOptimizer of(List<Optimizer> perLane, LaneParameters layout, Kernels kernels) {
        return switch (perLane.getFirst()) {
            case Optimizer.Sgd first -> new Descend(learningRates(perLane), kernels.update());
            case Optimizer.Momentum first ->
                new Accelerate(
                        LaneRow.of(perLane, o -> ((Optimizer.Momentum) o).momentum()),
                        learningRates(perLane),
                        false,
                        kernels.update());
            case Optimizer.Nesterov first ->
                new Accelerate(
                        LaneRow.of(perLane, o -> ((Optimizer.Nesterov) o).momentum()),
                        learningRates(perLane),
                        true,
                        kernels.update());
            case Optimizer.RmsProp first ->
                new RmsProp(perLane.stream().map(Optimizer.RmsProp.class::cast).toList(), kernels.update());
            case Optimizer.Adam first ->
                LaneAdam.of(perLane.stream().map(Optimizer.Adam.class::cast).toList(), kernels.update());
            case Optimizer.AdamW first ->
                LaneAdam.decoupled(
                        perLane.stream().map(Optimizer.AdamW.class::cast).toList(), layout, kernels.update());
            case Optimizer.None none -> throw new IllegalArgumentException("optimizer none has no steps");
            case Optimizer.Newton newton -> throw new IllegalArgumentException("newton does not train in lanes");
        };
    }

    /** One row. */
    static double[] learningRates(List<Optimizer> perLane) {
        return LaneRow.of(perLane, LaneOptimizer::learningRate);
    }

    private static double learningRate(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.learningRate();
            case Optimizer.Momentum momentum -> momentum.learningRate();
            case Optimizer.Nesterov nesterov -> nesterov.learningRate();
            case Optimizer.RmsProp rmsProp -> rmsProp.learningRate();
            case Optimizer.Adam adam -> adam.learningRate();
            case Optimizer.AdamW adamW -> adamW.adam().learningRate();
            case Optimizer.None none -> throw new IllegalArgumentException("optimizer none has no learning rate");
            case Optimizer.Newton newton -> throw new IllegalArgumentException("newton has no learning rate");
        };
    }

    final class Descend implements LaneOptimizer {
        private final UpdateKernels kernels;
        private double[] rate;

        Descend(double[] rate, UpdateKernels kernels) {
            this.rate = rate;
            this.kernels = kernels;
        }

        @Override
        public void step(double[] parameters, double[] gradient) {
            kernels.descend(parameters, gradient, Layout.FIRST, parameters.length, rate);
        }

        @Override
        public void setRates(double[] rates) {
            rate = rates;
        }
    }

    /** Momentum, then a step along the accumulated gradient, or along where momentum will lead. */
    final class Accelerate implements LaneOptimizer {
        private final double[] momentum;
        private final boolean isNesterov;
        private final UpdateKernels kernels;
        private double[] rate;
        private double[] accumulated = new double[0];

        Accelerate(double[] momentum, double[] rate, boolean isNesterov, UpdateKernels kernels) {
            this.momentum = momentum;
            this.rate = rate;
            this.isNesterov = isNesterov;
            this.kernels = kernels;
        }

        @Override
        public void step(double[] parameters, double[] gradient) {
            int to = gradient.length;
            if (accumulated.length == 0) {
                accumulated = new double[to];
            }
            kernels.accelerate(accumulated, gradient, Layout.FIRST, to, momentum);
            if (isNesterov) {
                kernels.descendAhead(parameters, gradient, accumulated, Layout.FIRST, to, rate, momentum);
            } else {
                kernels.descend(parameters, accumulated, Layout.FIRST, to, rate);
            }
        }

        @Override
        public void setRates(double[] rates) {
            rate = rates;
        }
    }

    final class RmsProp implements LaneOptimizer {
        private final UpdateKernels kernels;
        private final int lanes;
        private final double[] factors;
        private double[] squares = new double[0];

        RmsProp(List<Optimizer.RmsProp> perLane, UpdateKernels kernels) {
            this.kernels = kernels;
            this.lanes = perLane.size();
            this.factors = Layout.allocate(UpdateKernels.RMS_ROWS, lanes);
            LaneRow.set(factors, UpdateKernels.DECAY, perLane, Optimizer.RmsProp::decay);
            LaneRow.set(factors, UpdateKernels.ONE_MINUS_DECAY, perLane, rms -> 1 - rms.decay());
            LaneRow.set(factors, UpdateKernels.RMS_RATE, perLane, Optimizer.RmsProp::learningRate);
            LaneRow.set(
                    factors,
                    UpdateKernels.INSIDE,
                    perLane,
                    rms -> rms.form() == Optimizer.AdamForm.KERAS ? rms.epsilon() : 0);
            LaneRow.set(
                    factors,
                    UpdateKernels.OUTSIDE,
                    perLane,
                    rms -> rms.form() == Optimizer.AdamForm.PYTORCH ? rms.epsilon() : 0);
        }

        @Override
        public void step(double[] parameters, double[] gradient) {
            if (squares.length == 0) {
                squares = new double[gradient.length];
            }
            kernels.rmsProp(parameters, gradient, squares, Layout.FIRST, gradient.length, factors);
        }

        @Override
        public void setRates(double[] rates) {
            System.arraycopy(rates, Layout.FIRST, factors, Layout.at(UpdateKernels.RMS_RATE, lanes), lanes);
        }
    }
}
