package tandem.training.kernels;

/** {@link ActivationKernels} as plain loops. */
final class ScalarActivationKernels implements ActivationKernels {

    @Override
    public void relu(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = a[i] < 0 ? 0 : a[i];
        }
    }

    @Override
    public void tanh(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Elementary.tanh(a[i]);
        }
    }

    @Override
    public void sigmoid(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Elementary.sigmoid(a[i]);
        }
    }

    @Override
    public void reluGradient(double[] h, double[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            d[i] = h[i] > 0 ? d[i] : 0;
        }
    }

    @Override
    public void tanhGradient(double[] h, double[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            d[i] = d[i] * Math.fma(-h[i], h[i], 1);
        }
    }

    @Override
    public void sigmoidGradient(double[] h, double[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            d[i] = d[i] * h[i] * (1 - h[i]);
        }
    }
}
