package tandem.training.layer;

import tandem.training.kernels.ActivationKernels;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Activation;

/** A function of every value, in the place of its input where nobody else reads that. */
final class ActivationLayer implements PackLayer {
    private final ActivationKernels kernels;
    private final Activation activation;
    private final Signal input;
    private final Signal output;

    /** @param output may be the input */
    ActivationLayer(Activation activation, Signal input, Signal output, Kernels kernels) {
        this.kernels = kernels.activation();
        this.activation = activation;
        this.input = input;
        this.output = output;
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void infer(int count) {
        int to = output.end(count);
        if (input != output) {
            System.arraycopy(input.values, Layout.FIRST, output.values, Layout.FIRST, to - Layout.FIRST);
        }
        switch (activation) {
            case RELU -> kernels.relu(output.values, Layout.FIRST, to);
            case TANH -> kernels.tanh(output.values, Layout.FIRST, to);
            case SIGMOID -> kernels.sigmoid(output.values, Layout.FIRST, to);
        }
    }

    @Override
    public void backward(int count, boolean continues) {
        int to = output.end(count);
        switch (activation) {
            case RELU -> kernels.reluGradient(output.values, output.deltas, Layout.FIRST, to);
            case TANH -> kernels.tanhGradient(output.values, output.deltas, Layout.FIRST, to);
            case SIGMOID -> kernels.sigmoidGradient(output.values, output.deltas, Layout.FIRST, to);
        }
        if (input != output) {
            System.arraycopy(output.deltas, Layout.FIRST, input.deltas, Layout.FIRST, to - Layout.FIRST);
        }
    }
}
