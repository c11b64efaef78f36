package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;
import static tandem.training.ChunkBuffers.CHUNK;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.layer.LayerChain;
import tandem.training.layer.Signal;
import tandem.training.model.Layer.BatchNormalization;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.optimizer.Loss;

/**
 * Networks of any layers: some examples go through layer by layer, then the next; in training the whole batch where batch normalization wants its statistics or flooding its loss.
 */
final class LayeredNetwork extends LaneNetwork {
    /** Examples of a pass: their signals stay in the second-level cache. The bits do not depend on it. */
    private static final int PASS = Integer.getInteger("tandem.pass", 8);

    private final LayerChain chain;
    private final int featureElements;
    private final int logitElements;

    /** Examples of a pass in training at most. */
    final int pass;

    /** Logits of a chunk, of the classifier at the end and of each auxiliary one. */
    private final ImmutableList<double[]> logits;

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
        int batch = Math.min(runs.getFirst().training().batchSize(), data.train().count());
        checkBatches(runs.getFirst(), batch);
        boolean isWhole = architecture.hidden().stream().anyMatch(BatchNormalization.class::isInstance)
                || runs.getFirst().training().loss() instanceof Loss.Flooding;
        var streams = runs.stream().map(RunInput::dropout).toList();
        this.pass = isWhole ? batch : PASS;
        this.chain = new LayerChain(
                architecture,
                Math.max(pass, PASS),
                new LayerChain.Setting(kernels, layout, parameters, gradient, streams));
        this.featureElements = Layout.stride(architecture.input().count() + 1) * kernels.lanes();
        int logitCount = architecture.outputCount();
        this.logitElements = logitCount * kernels.lanes();
        var buffers = ImmutableList.<double[]>builder();
        for (int i = 0; i <= chain.auxiliaries().size(); i++) {
            buffers.add(Layout.allocate(CHUNK * logitCount, kernels.lanes()));
        }
        this.logits = buffers.build();
    }

    /** PyTorch refuses such batches too. */
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
        return forwardAll(examples, first, count, false).getFirst();
    }

    /** As {@link #forward}, with the logits of the auxiliary classifiers behind those at the end. */
    ImmutableList<double[]> forwardAll(LaneExamples examples, int first, int count) {
        return forwardAll(examples, first, count, true);
    }

    private ImmutableList<double[]> forwardAll(LaneExamples examples, int first, int count, boolean withAuxiliaries) {
        for (int done = 0; done < count; done += PASS) {
            int examplesOfPass = Math.min(PASS, count - done);
            take(examples, first + done, examplesOfPass);
            chain.infer(examplesOfPass);
            keep(chain.logits(), logits.getFirst(), done, examplesOfPass);
            if (withAuxiliaries) {
                chain.inferAuxiliaries(examplesOfPass);
                for (int i = 1; i < logits.size(); i++) {
                    keep(chain.auxiliaries().get(i - 1).logits(), logits.get(i), done, examplesOfPass);
                }
            }
        }
        return logits;
    }

    private void keep(Signal signal, double[] buffer, int done, int count) {
        System.arraycopy(
                signal.values, Layout.FIRST, buffer, Layout.FIRST + done * logitElements, count * logitElements);
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
