package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/** How parameters are updated from the gradient {@code g} of the objective plus penalty. */
public sealed interface Optimizer {

    /** No training: the start parameters are evaluated. */
    record None() implements Optimizer {}

    /** Gradient descent, {@code w -= learningRate * g} (the same in Keras and PyTorch). */
    record Sgd(double learningRate) implements Optimizer {
        public Sgd {
            positive("learning_rate", learningRate);
        }
    }

    /** Heavy-ball momentum as PyTorch defines it (no dampening): {@code b = momentum * b + g; w -= learningRate * b}, {@code b} starting at 0. */
    record Momentum(double learningRate, double momentum) implements Optimizer {
        public Momentum {
            positive("learning_rate", learningRate);
            share("momentum", momentum);
        }
    }

    /**
     * Nesterov's momentum as PyTorch defines it: {@code b = momentum * b + g; w -= learningRate * (g + momentum * b)}, {@code b} starting at 0. At a
     * constant learning rate Keras gives the same steps; there the rate is inside the buffer, so that a schedule acts on old gradients later.
     *
     * @see "Sutskever et al. (2013), On the importance of initialization and momentum in deep learning, section 2"
     */
    record Nesterov(double learningRate, double momentum) implements Optimizer {
        public Nesterov {
            positive("learning_rate", learningRate);
            share("momentum", momentum);
        }
    }

    /**
     * RMSprop, neither centred nor with momentum: {@code v = decay v + (1 - decay) g^2}, {@code v} starting at 0, and the update of its form.
     * {@link AdamForm#KERAS}: {@code w -= learningRate * g / sqrt(v + epsilon)}; {@link AdamForm#PYTORCH}: {@code w -= learningRate * g / (sqrt(v) + epsilon)}.
     *
     * @see "Tieleman and Hinton (2012), Neural networks for machine learning, lecture 6.5"
     */
    record RmsProp(double learningRate, double decay, double epsilon, AdamForm form) implements Optimizer {
        public RmsProp {
            positive("learning_rate", learningRate);
            share("decay", decay);
            positive("epsilon", epsilon);
        }
    }

    /**
     * Adam with decoupled weight decay: before each step of {@code adam} the weights, and the biases where {@code decaysBias} says so, shrink by the
     * factor {@code 1 - learningRate * weightDecay}. That is the convention of Keras and PyTorch; in the paper the decay is not multiplied by the
     * learning rate but by the schedule alone.
     *
     * @see "Loshchilov and Hutter (2019), Decoupled weight decay regularization, algorithm 2"
     */
    record AdamW(Adam adam, double weightDecay, boolean decaysBias) implements Optimizer {
        public AdamW {
            checkArgument(
                    weightDecay >= 0 && Double.isFinite(weightDecay),
                    "weight_decay must be finite and not negative: %s",
                    weightDecay);
        }
    }

    /**
     * Adam with bias correction: {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2} and, at step t, with
     * {@code c1 = 1 - beta1^t}, {@code c2 = 1 - beta2^t}, the update of its {@link AdamForm}.
     *
     * @see "Kingma and Ba (2015), Adam: a method for stochastic optimization, algorithm 1 and the end of section 2"
     */
    record Adam(double learningRate, double beta1, double beta2, double epsilon, AdamForm form) implements Optimizer {
        public Adam {
            positive("learning_rate", learningRate);
            share("beta1", beta1);
            share("beta2", beta2);
            positive("epsilon", epsilon);
        }
    }

    /** Where epsilon is added: the formulas are Adam's, those of RMSprop stand there. */
    enum AdamForm {
        /** {@code w -= learningRate * sqrt(c2) / c1 * m / (sqrt(v) + epsilon)}; Keras, whose default epsilon is 1e-7. */
        KERAS,
        /** {@code w -= learningRate / c1 * m / (sqrt(v / c2) + epsilon)}; PyTorch, whose default epsilon is 1e-8. */
        PYTORCH
    }

    /** Damped Newton iterations to the minimum of loss + L2 penalty; one iteration is one epoch. Logistic and softmax regression only. */
    record Newton() implements Optimizer {}

    private static void positive(String name, double value) {
        checkArgument(value > 0 && Double.isFinite(value), "%s must be positive and finite: %s", name, value);
    }

    private static void share(String name, double value) {
        checkArgument(value >= 0 && value < 1, "%s must lie in [0, 1): %s", name, value);
    }
}
