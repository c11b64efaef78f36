package tandem.training.oracle;

import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Optimizer.AdamForm;

/** One run's optimizer by the book, with its memory of earlier steps. */
final class TextbookOptimizer {
    private final Optimizer optimizer;
    private final double[] first;
    private final double[] second;
    private int steps;

    TextbookOptimizer(Optimizer optimizer, int parameterCount) {
        this.optimizer = optimizer;
        this.first = new double[parameterCount];
        this.second = new double[parameterCount];
    }

    void step(double[] w, double[] g) {
        steps++;
        switch (optimizer) {
            case Optimizer.Sgd sgd -> {
                for (int i = 0; i < w.length; i++) {
                    w[i] -= sgd.learningRate() * g[i];
                }
            }
            case Optimizer.Momentum momentum -> {
                for (int i = 0; i < w.length; i++) {
                    first[i] = momentum.momentum() * first[i] + g[i];
                    w[i] -= momentum.learningRate() * first[i];
                }
            }
            case Optimizer.Adam adam -> adam(adam, w, g);
            case Optimizer.None none -> throw new AssertionError(none);
            case Optimizer.Newton newton -> throw new AssertionError(newton);
        }
    }

    private void adam(Optimizer.Adam adam, double[] w, double[] g) {
        double c1 = 1 - StrictMath.pow(adam.beta1(), steps);
        double c2 = 1 - StrictMath.pow(adam.beta2(), steps);
        for (int i = 0; i < w.length; i++) {
            first[i] = adam.beta1() * first[i] + (1 - adam.beta1()) * g[i];
            second[i] = adam.beta2() * second[i] + (1 - adam.beta2()) * g[i] * g[i];
            double denominator = adam.form() == AdamForm.PYTORCH
                    ? Math.sqrt(second[i] / c2) + adam.epsilon()
                    : (Math.sqrt(second[i]) + adam.epsilon()) / Math.sqrt(c2);
            w[i] -= adam.learningRate() * first[i] / c1 / denominator;
        }
    }
}
