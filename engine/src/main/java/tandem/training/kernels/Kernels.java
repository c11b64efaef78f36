package tandem.training.kernels;

/**
 * A set of kernels for packs of {@code lanes} runs. Every set computes the same bits for a run, whatever its lanes.
 *
 * @param name as in environment.json
 */
public record Kernels(
        String name,
        int lanes,
        MatrixKernels matrix,
        ActivationKernels activation,
        LossKernels loss,
        ExampleLossKernels exampleLoss,
        TransitionKernels transition,
        ClipKernels clip,
        LayerKernels layer,
        UpdateKernels update,
        OrderKernels order) {

    /** Vectors of the widest kind that the processor has. Slow (about 50 times) until the compiler has seen the kernels for a second or two. */
    public static Kernels vector() {
        return new Kernels(
                "vector",
                VectorLanes.LANES,
                new VectorMatrixKernels(),
                new VectorActivationKernels(),
                new VectorLossKernels(),
                new VectorExampleLossKernels(),
                new VectorTransitionKernels(),
                new VectorClipKernels(),
                new VectorLayerKernels(),
                new VectorUpdateKernels(),
                new VectorOrderKernels());
    }

    /** Plain loops: the definition of what the vectors compute, and the quicker choice for little work. */
    public static Kernels scalar(int lanes) {
        return new Kernels(
                "scalar",
                lanes,
                new ScalarMatrixKernels(lanes),
                new ScalarActivationKernels(),
                new ScalarLossKernels(lanes),
                new ScalarExampleLossKernels(lanes),
                new ScalarTransitionKernels(lanes),
                new ScalarClipKernels(lanes),
                new ScalarLayerKernels(lanes),
                new ScalarUpdateKernels(lanes),
                new ScalarOrderKernels(lanes));
    }
}
