package tandem.training.oracle;

import java.util.function.IntPredicate;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;

/** One run's optimizer by the book, with its memory of earlier steps. */
final class TextbookOptimizer {
    private final Optimizer optimizer;
    private final double[] first;
    private final double[] second;
    private final IntPredicate isBias;
    private int steps;

    TextbookOptimizer(Optimizer optimizer, int parameterCount, IntPredicate isBias) {
        this.optimizer = optimizer;
        this.isBias = isBias;
        this.first = new double[parameterCount];
        this.second = new double[parameterCount];
    }

    /** @param rateShare share of the learning rate in this epoch */
    void step(double[] w, double[] g, double rateShare) {
        double rate = rateShare * learningRate();
        steps++;
        switch (optimizer) {
            case Optimizer.Sgd _ -> {
                for (int i = 0; i < w.length; i++) {
                    w[i] -= rate * g[i];
                }
            }
            case Optimizer.Momentum momentum -> {
                for (int i = 0; i < w.length; i++) {
                    first[i] = momentum.momentum() * first[i] + g[i];
                    w[i] -= rate * first[i];
                }
            }
            case Optimizer.Nesterov nesterov -> {
                for (int i = 0; i < w.length; i++) {
                    first[i] = nesterov.momentum() * first[i] + g[i];
                    w[i] -= rate * (g[i] + nesterov.momentum() * first[i]);
                }
            }
            case Optimizer.RmsProp rms -> rmsProp(rms, rate, w, g);
            case Optimizer.Adam adam -> adam(adam, rate, w, g);
            case Optimizer.AdamW adamW -> {
                for (int i = 0; i < w.length; i++) {
                    w[i] -= adamW.decaysBias() || !isBias.test(i) ? rate * adamW.weightDecay() * w[i] : 0;
                }
                adam(adamW.adam(), rate, w, g);
            }
            case Optimizer.None none -> throw new AssertionError(none);
            case Optimizer.Newton newton -> throw new AssertionError(newton);
        }
    }

    private void rmsProp(Optimizer.RmsProp rms, double rate, double[] w, double[] g) {
        for (int i = 0; i < w.length; i++) {
            second[i] = rms.decay() * second[i] + (1 - rms.decay()) * g[i] * g[i];
            double root = rms.form() == AdamForm.PYTORCH
                    ? Math.sqrt(second[i]) + rms.epsilon()
                    : Math.sqrt(second[i] + rms.epsilon());
            w[i] -= rate * g[i] / root;
        }
    }

    private double learningRate() {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.learningRate();
            case Optimizer.Momentum momentum -> momentum.learningRate();
            case Optimizer.Nesterov nesterov -> nesterov.learningRate();
            case Optimizer.RmsProp rms -> rms.learningRate();
            case Optimizer.Adam adam -> adam.learningRate();
            case Optimizer.AdamW adamW -> adamW.adam().learningRate();
            case Optimizer.None none -> throw new AssertionError(none);
            case Optimizer.Newton newton -> throw new AssertionError(newton);
        };
    }

    private void adam(Optimizer.Adam adam, double rate, double[] w, double[] g) {
        double c1 = 1 - StrictMath.pow(adam.beta1(), steps);
        double c2 = 1 - StrictMath.pow(adam.beta2(), steps);
        for (int i = 0; i < w.length; i++) {
            first[i] = adam.beta1() * first[i] + (1 - adam.beta1()) * g[i];
            second[i] = adam.beta2() * second[i] + (1 - adam.beta2()) * g[i] * g[i];
            double denominator = adam.form() == AdamForm.PYTORCH
                    ? Math.sqrt(second[i] / c2) + adam.epsilon()
                    : (Math.sqrt(second[i]) + adam.epsilon()) / Math.sqrt(c2);
            w[i] -= rate * first[i] / c1 / denominator;
        }
    }
}
