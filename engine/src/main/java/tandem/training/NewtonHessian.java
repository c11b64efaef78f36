package tandem.training;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import tandem.training.data.Examples;
import tandem.training.kernels.Elementary;
import tandem.training.model.Architecture;
import tandem.training.optimizer.Penalty;

/**
 * Second derivatives of mean (weighted) cross-entropy plus L2 penalty of a network without hidden layers:
 * {@code 1/n sum of w_i (diag(p_i) - p_i p_i') (x) x_i x_i' + 2 l2 I}, for one logit with {@code p (1 - p)} in place of the first factor.
 *
 * @see "Boehning (1992), Multinomial logistic regression algorithm"
 */
final class NewtonHessian {
    /** Below this share of the largest eigenvalue, times the number of parameters, a direction counts as flat: rounding is about 2^-52. */
    private static final double FLAT = 0x1p-50;

    private final Examples train;
    private final double[] weights;
    private final Penalty penalty;
    private final int logits;
    private final int features;
    private final int inputs;
    private final double[] scale;
    private int rank = -1;

    /** @param weights of each example in the objective; empty for none */
    NewtonHessian(Architecture architecture, Examples train, double[] weights, Penalty penalty) {
        this.train = train;
        this.weights = weights;
        this.penalty = penalty;
        this.logits = architecture.outputCount();
        this.features = architecture.input().count();
        this.inputs = features + (architecture.bias() ? 1 : 0);
        this.scale = scales();
    }

    /**
     * A Newton step.
     *
     * @param scaled the step in units of the scaled parameters
     * @param hasLostCurvature whether a direction that was curved at the start has gone flat, which happens where weights grow without bound
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived
    record Step(double[] direction, double[] scaled, double[] scale, boolean hasLostCurvature) {

        /** Largest component of the step over 1 + the largest parameter, both in scaled units. */
        double relativeSize(double[] parameters) {
            double step = 0;
            double size = 0;
            for (int i = 0; i < scaled.length; i++) {
                step = Math.max(step, Math.abs(scaled[i]));
                size = Math.max(size, Math.abs(parameters[i] / scale[i]));
            }
            return step / (1 + size);
        }

        /** Largest component of the gradient in scaled units, in which no curvature is above about 1: in flat directions too. */
        double relativeGradient(double[] gradient) {
            double largest = 0;
            for (int i = 0; i < gradient.length; i++) {
                largest = Math.max(largest, Math.abs(gradient[i] * scale[i]));
            }
            return largest;
        }
    }

    /** The step of least norm from {@code parameters} against {@code gradient}. */
    Step step(double[] parameters, double[] gradient) {
        var decomposition = new EigenDecomposition(scaledHessian(parameters));
        double[] eigenvalues = decomposition.getRealEigenvalues();
        double highest = 0;
        for (double value : eigenvalues) {
            highest = Math.max(highest, value);
        }
        double[] scaled = new double[gradient.length];
        int curved = 0;
        for (int e = 0; e < eigenvalues.length; e++) {
            if (eigenvalues[e] > FLAT * eigenvalues.length * highest) {
                curved++;
                addComponent(decomposition.getEigenvector(e), eigenvalues[e], gradient, scaled);
            }
        }
        rank = rank < 0 ? curved : rank;
        double[] direction = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            direction[i] = scaled[i] * scale[i];
        }
        return new Step(direction, scaled, scale, curved < rank);
    }

    private void addComponent(RealVector vector, double eigenvalue, double[] gradient, double[] scaled) {
        double along = 0;
        for (int i = 0; i < gradient.length; i++) {
            along = Math.fma(vector.getEntry(i), gradient[i] * scale[i], along);
        }
        for (int i = 0; i < gradient.length; i++) {
            scaled[i] = Math.fma(-along / eigenvalue, vector.getEntry(i), scaled[i]);
        }
    }

    /** One over the root mean square of each parameter's input. */
    private double[] scales() {
        double[] scales = new double[logits * inputs];
        for (int j = 0; j < inputs; j++) {
            double squares = 0;
            for (int i = 0; i < train.count(); i++) {
                squares = Math.fma(input(i, j), input(i, j), squares);
            }
            for (int k = 0; k < logits; k++) {
                scales[parameter(k, j)] = squares > 0 ? 1 / Math.sqrt(squares / train.count()) : 1;
            }
        }
        return scales;
    }

    private int parameter(int logit, int input) {
        return input < features ? logit * features + input : logits * features + logit;
    }

    private double input(int example, int input) {
        return input < features ? train.features()[example * features + input] : 1;
    }

    private RealMatrix scaledHessian(double[] parameters) {
        int size = logits * inputs;
        double[][] sums = new double[size][size];
        double[] p = new double[logits];
        for (int example = 0; example < train.count(); example++) {
            for (int k = 0; k < logits; k++) {
                p[k] = 0;
                for (int i = 0; i < inputs; i++) {
                    p[k] = Math.fma(parameters[parameter(k, i)], input(example, i), p[k]);
                }
            }
            toProbabilities(p);
            addExample(example, p, sums);
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double curvature = a == b && (a < logits * features || penalty.bias()) ? 2 * penalty.l2() : 0;
                double value = (sums[a][b] / train.count() + curvature) * scale[a] * scale[b];
                sums[a][b] = value;
                sums[b][a] = value;
            }
        }
        return MatrixUtils.createRealMatrix(sums);
    }

    /** Adds to the lower triangle. */
    private void addExample(int example, double[] p, double[][] sums) {
        double weight = weights.length == 0 ? 1 : weights[example];
        for (int k = 0; k < logits; k++) {
            for (int l = 0; l < logits; l++) {
                double factor = weight * (k == l ? p[k] * (1 - p[k]) : -p[k] * p[l]);
                for (int i = 0; i < inputs; i++) {
                    int a = parameter(k, i);
                    double row = factor * input(example, i);
                    for (int j = 0; j < inputs; j++) {
                        int b = parameter(l, j);
                        if (b <= a) {
                            sums[a][b] = Math.fma(row, input(example, j), sums[a][b]);
                        }
                    }
                }
            }
        }
    }

    private static void toProbabilities(double[] z) {
        if (z.length == 1) {
            z[0] = Elementary.sigmoid(z[0]);
            return;
        }
        double top = z[0];
        for (double logit : z) {
            top = Math.max(top, logit);
        }
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            z[k] = Elementary.exp(z[k] - top);
            sum += z[k];
        }
        for (int k = 0; k < z.length; k++) {
            z[k] /= sum;
        }
    }
}
