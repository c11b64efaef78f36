package tandem.training.oracle;

import tandem.training.TestRun;
import tandem.training.model.Activation;
import tandem.training.model.Layer;
import tandem.training.optimizer.Loss;

/**
 * A dense network by the book: one example at a time, {@code h = f(W x + b)} layer by layer, gradients by the chain rule.
 * Written from the definitions, to be held against the lanes.
 *
 * @see "Bishop (2006), Pattern Recognition and Machine Learning, sections 4.3.2, 4.3.4 and 5.3"
 */
final class TextbookNetwork {
    private final int[] widths;
    private final boolean hasBias;
    private final Activation activation;
    final double[] parameters;

    TextbookNetwork(TestRun run, double[] parameters) {
        int[] hidden = run.model().layers().stream()
                .filter(Layer.Dense.class::isInstance)
                .mapToInt(layer -> ((Layer.Dense) layer).units())
                .toArray();
        this.widths = new int[hidden.length + 2];
        widths[0] = run.data().featureCount();
        for (int l = 0; l < hidden.length; l++) {
            widths[l + 1] = hidden[l];
        }
        widths[hidden.length + 1] = switch (run.model().kind()) {
            case LOGISTIC -> 1;
            case SOFTMAX, MLP, CNN, LAYERS -> run.data().classCount();
        };
        this.hasBias = run.model().bias();
        this.activation =
                hidden.length > 0 ? ((Layer.Activate) run.model().layers().get(1)).activation() : Activation.RELU;
        this.parameters = parameters;
    }

    int layerCount() {
        return widths.length - 1;
    }

    /** Index of layer {@code l}'s weight from {@code input} to {@code output}. */
    int weight(int l, int output, int input) {
        return start(l) + output * widths[l] + input;
    }

    int bias(int l, int output) {
        return start(l) + widths[l] * widths[l + 1] + output;
    }

    private int start(int l) {
        int at = 0;
        for (int k = 0; k < l; k++) {
            at += (widths[k] + (hasBias ? 1 : 0)) * widths[k + 1];
        }
        return at;
    }

    boolean isBias(int parameter) {
        for (int l = 0; l < layerCount() && hasBias; l++) {
            if (parameter >= bias(l, 0) && parameter < bias(l, widths[l + 1])) {
                return true;
            }
        }
        return false;
    }

    /** Outputs of the input layer, of each hidden layer, and the logits. */
    private double[][] outputs(double[] x) {
        double[][] h = new double[widths.length][];
        h[0] = x;
        for (int l = 0; l < layerCount(); l++) {
            h[l + 1] = new double[widths[l + 1]];
            for (int o = 0; o < widths[l + 1]; o++) {
                double z = hasBias ? parameters[bias(l, o)] : 0;
                for (int i = 0; i < widths[l]; i++) {
                    z += parameters[weight(l, o, i)] * h[l][i];
                }
                h[l + 1][o] = l == layerCount() - 1 ? z : activated(z);
            }
        }
        return h;
    }

    private double activated(double z) {
        return switch (activation) {
            case RELU -> z > 0 ? z : 0;
            case TANH -> StrictMath.tanh(z);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
        };
    }

    /** Derivative of the activation, from its value. */
    private double slope(double h) {
        return switch (activation) {
            case RELU -> h > 0 ? 1 : 0;
            case TANH -> 1 - h * h;
            case SIGMOID -> h * (1 - h);
        };
    }

    /** Probability of each class. */
    double[] probabilities(double[] x) {
        double[] z = outputs(x)[layerCount()];
        if (z.length == 1) {
            double p = 1 / (1 + StrictMath.exp(-z[0]));
            return new double[] {1 - p, p};
        }
        double[] p = new double[z.length];
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            p[k] = StrictMath.exp(z[k]);
            sum += p[k];
        }
        for (int k = 0; k < z.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    double[] logits(double[] x) {
        return outputs(x)[layerCount()];
    }

    /** Gradient of the loss with respect to the parameters: by its probabilities, theirs by the logits, and so on. */
    double[] gradient(Loss loss, double[] x, int label) {
        double[][] h = outputs(x);
        double[] p = probabilities(x);
        double[] delta = new double[h[layerCount()].length];
        for (int k = 0; k < delta.length; k++) {
            int outcome = delta.length == 1 ? 1 : k;
            for (int c = 0; c < p.length; c++) {
                double slope = p[c] * ((c == outcome ? 1 : 0) - p[outcome]);
                delta[k] += TextbookLoss.slope(loss, p, label, c) * slope;
            }
        }
        double[] gradient = new double[parameters.length];
        for (int l = layerCount() - 1; l >= 0; l--) {
            for (int o = 0; o < delta.length; o++) {
                for (int i = 0; i < widths[l]; i++) {
                    gradient[weight(l, o, i)] = delta[o] * h[l][i];
                }
                if (hasBias) {
                    gradient[bias(l, o)] = delta[o];
                }
            }
            delta = below(l, delta, h[l]);
        }
        return gradient;
    }

    private double[] below(int l, double[] delta, double[] h) {
        double[] below = new double[widths[l]];
        for (int i = 0; i < below.length; i++) {
            for (int o = 0; o < delta.length; o++) {
                below[i] += parameters[weight(l, o, i)] * delta[o];
            }
            below[i] *= slope(h[i]);
        }
        return below;
    }
}
