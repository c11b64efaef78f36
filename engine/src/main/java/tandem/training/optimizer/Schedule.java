package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/** The learning rate of each epoch, as a share of the optimizer's; it changes between epochs, never within one. */
public sealed interface Schedule {

    /** Share of the learning rate in {@code epoch}, counted from 1, of {@code epochs}. */
    double share(int epoch, int epochs);

    /** Always 1. */
    record Constant() implements Schedule {
        @Override
        public double share(int epoch, int epochs) {
            return 1;
        }
    }

    /** {@code factor^floor((epoch - 1) / every)}: PyTorch's StepLR. */
    record Step(int every, double factor) implements Schedule {
        public Step {
            checkArgument(every > 0, "every must be positive: %s", every);
            checkArgument(factor > 0 && Double.isFinite(factor), "factor must be positive and finite: %s", factor);
        }

        @Override
        public double share(int epoch, int epochs) {
            int cuts = (epoch - 1) / every;
            return StrictMath.pow(factor, cuts);
        }
    }

    /**
     * {@code last + (1 - last) (1 + cos(pi (epoch - 1) / epochs)) / 2}, from 1 in the first epoch towards {@code last}, which it would reach in the one
     * after the last: PyTorch's CosineAnnealingLR with {@code T_max = epochs} and {@code eta_min = last * learning rate}; {@code last} is alpha of Keras's
     * CosineDecay.
     *
     * @see "Loshchilov and Hutter (2017), SGDR: stochastic gradient descent with warm restarts, eq. 5"
     */
    record Cosine(double last) implements Schedule {
        public Cosine {
            checkArgument(last >= 0 && last <= 1, "final must lie in [0, 1]: %s", last);
        }

        @Override
        public double share(int epoch, int epochs) {
            double cosine = StrictMath.cos(Math.PI * (epoch - 1) / epochs);
            return last + (1 - last) * (1 + cosine) / 2;
        }
    }
}
