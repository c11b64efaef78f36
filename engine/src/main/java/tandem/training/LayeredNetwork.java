package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;
import static tandem.training.ChunkBuffers.CHUNK;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.layer.LayerChain;
import tandem.training.model.Layer.BatchNormalization;
import tandem.training.model.Layer.NormalizationForm;

/**
 * Networks of any layers: a chunk of examples goes through layer by layer, then the next; in training the whole batch at once where batch normalization wants its
 * statistics.
 */
final class LayeredNetwork extends LaneNetwork {
    private final LayerChain chain;
    private final int featureElements;

    /** Examples of a pass in training at most; without whole batches the bits do not depend on it. */
    final int pass;

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
        boolean isWhole = architecture.hidden().stream().anyMatch(BatchNormalization.class::isInstance);
        var streams = runs.stream().map(RunInput::dropout).toList();
        this.pass = isWhole ? batch : CHUNK;
        this.chain = new LayerChain(
                architecture,
                Math.max(pass, CHUNK),
                new LayerChain.Setting(kernels, layout, parameters, gradient, streams));
        this.featureElements = Layout.stride(architecture.input().count() + 1) * kernels.lanes();
    }

    private static void checkBatches(RunInput run, int batch) {
        boolean needsTwo = run.architecture().placed().stream()
                .anyMatch(placed -> placed.layer() instanceof BatchNormalization normalization
                        && normalization.form() == NormalizationForm.PYTORCH
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

    /** Auxiliary logits of the examples that went through {@link #forward} last. */
    ImmutableList<double[]> auxiliaryLogits(int count) {
        chain.inferAuxiliaries(count);
        return chain.auxiliaries().stream()
                .map(auxiliary -> auxiliary.logits().values)
                .collect(ImmutableList.toImmutableList());
    }

    private void take(LaneExamples examples, int first, int count) {
        chain.input().take(examples.features, Layout.FIRST + examples.featureShift(first), featureElements, count);
    }

    /** Logits in training of examples [first, first + count), at most a pass. */
    void train(LaneExamples examples, int first, int count) {
        take(examples, first, count);
        chain.train(count, first);
    }

    /**
     * From the deltas of all logits to the gradient, for the examples that went through {@link #train} last.
     *
     * @param continues whether to add to the gradient of the batch's earlier examples
     */
    void backward(int count, boolean continues) {
        chain.backward(count, continues);
    }

    LayerChain chain() {
        return chain;
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
