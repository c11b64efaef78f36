package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;
import static tandem.training.ChunkBuffers.CHUNK;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.layer.AuxiliaryLayer;
import tandem.training.layer.LayerChain;
import tandem.training.layer.Signal;
import tandem.training.model.Layer;

/** Networks of any layers: in training a batch goes through layer by layer, since batch normalization wants all of it. */
final class LayeredNetwork extends LaneNetwork {
    private final LayerChain chain;
    private final int featureElements;

    /**
     * Networks with room for a batch.
     *
     * @param runs one a lane, of one shape
     * @throws IllegalArgumentException if a batch has no variance that a normalization could keep
     */
    LayeredNetwork(List<RunInput> runs, Kernels kernels) {
        super(runs.getFirst().architecture(), kernels);
        var architecture = runs.getFirst().architecture();
        var data = runs.getFirst().data();
        int batch =
                Math.min(runs.getFirst().training().batchSize(), data.train().count());
        checkBatches(runs.getFirst(), batch);
        var streams = runs.stream().map(RunInput::dropout).toList();
        this.chain = new LayerChain(
                architecture,
                Math.max(batch, CHUNK),
                new LayerChain.Setting(kernels, layout, parameters, gradient, streams));
        this.featureElements = Layout.stride(architecture.input().count() + 1) * kernels.lanes();
    }

    /** PyTorch refuses such batches too. */
    private static void checkBatches(RunInput run, int batch) {
        boolean needsTwo = run.architecture().placed().stream()
                .anyMatch(placed -> placed.layer() instanceof Layer.BatchNormalization normalization
                        && normalization.form() == Layer.NormalizationForm.PYTORCH
                        && placed.input().positions() == 1);
        int count = run.data().train().count();
        boolean hasOne = run.training().epochs() > 0 && (batch == 1 || count % batch == 1);
        checkArgument(
                !needsTwo || !hasOne,
                "a batch of one example has no variance for a batch normalization of PyTorch's form; %s train examples"
                        + " in batches of %s leave one: change batch_size",
                count,
                batch);
    }

    @Override
    double[] forward(LaneExamples examples, int first, int count) {
        take(examples, first, count);
        chain.infer(count);
        return chain.logits().values;
    }

    private void take(LaneExamples examples, int first, int count) {
        chain.input().take(examples.features, Layout.FIRST + examples.featureShift(first), featureElements, count);
    }

    /** Logits of a batch in training. */
    void train(LaneExamples examples, int first, int count) {
        take(examples, first, count);
        chain.train(count, first);
    }

    /** From the deltas of all logits to the gradient, for the batch that went through {@link #train} last. */
    void backward(int count) {
        chain.backward(count);
    }

    /** Logits of the classifier at the end. */
    Signal logits() {
        return chain.logits();
    }

    ImmutableList<AuxiliaryLayer> auxiliaries() {
        return chain.auxiliaries();
    }

    @Override
    void beginEpoch(int epoch) {
        chain.beginEpoch(epoch);
    }

    @Override
    double[] statistics(int lane) {
        return chain.statistics(lane);
    }
}
