package tandem.training.kernels;

/** Activations of hidden units and their derivatives, over elements [from, to) of an array. */
public interface ActivationKernels {

    /** {@code a = max(0, a)}; NaN stays NaN. */
    void relu(double[] a, int from, int to);

    /** {@code a = tanh(a)}. */
    void tanh(double[] a, int from, int to);

    /** {@code a = 1 / (1 + exp(-a))}. */
    void sigmoid(double[] a, int from, int to);

    /** {@code d = h > 0 ? d : 0}, where {@code h = relu(z)}; the derivative at 0 is 0. */
    void reluGradient(double[] h, double[] d, int from, int to);

    /** {@code d = d (1 - h^2)}, where {@code h = tanh(z)}. */
    void tanhGradient(double[] h, double[] d, int from, int to);

    /** {@code d = d h (1 - h)}, where {@code h = sigmoid(z)}. */
    void sigmoidGradient(double[] h, double[] d, int from, int to);
}
