package tandem.training;

import tandem.training.kernels.Kernels;
import tandem.training.layer.LaneParameters;
import tandem.training.model.Architecture;

/** The networks of a pack: their parameters, the gradients of these, and how examples go through. */
abstract sealed class LaneNetwork permits DenseNetwork, LayeredNetwork {
    final Kernels kernels;
    final LaneParameters layout;

    /** Where {@link #layout} says. */
    final double[] parameters;

    final double[] gradient;

    LaneNetwork(Architecture architecture, Kernels kernels) {
        this.kernels = kernels;
        this.layout = LaneParameters.of(architecture, kernels.lanes());
        this.parameters = layout.allocate();
        this.gradient = layout.allocate();
    }

    /** As outside training: logits {@code [example][logit]} of examples [first, first + count), at most a chunk; the caller may overwrite them. */
    abstract double[] forward(LaneExamples examples, int first, int count);

    /** Before the first batch of an epoch. */
    void beginEpoch(int epoch) {}

    /** What one lane has learnt beside its parameters: of each batch normalization the running means of its channels, then their running variances. */
    double[] statistics(int lane) {
        return new double[0];
    }
}
