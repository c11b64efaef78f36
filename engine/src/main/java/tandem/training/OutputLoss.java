package tandem.training;

import tandem.training.kernels.Layout;
import tandem.training.kernels.LossKernels;

/** Cross-entropy at the output of a network, chunk by chunk; one kind for one logit, one for one logit a class. */
sealed interface OutputLoss {

    /** Adds the losses and right predictions of examples [first, first + count), whose logits are {@code z}, to {@code totals}; {@code z} is overwritten. */
    void addTo(double[] totals, double[] z, LaneExamples examples, int first, int count);

    /** Adds the weighted losses of the chunk evaluated last to {@code sum}; its excesses are overwritten. */
    void addWeightedTo(double[] sum, LaneExamples examples, int first, int count);

    /** Turns logits into the gradient of {@code scale} times the sum of the (weighted) losses. */
    void toGradient(double[] z, LaneExamples examples, int first, int count, double scale);

    /** One logit a class. */
    final class Softmax implements OutputLoss {
        private final LossKernels kernels;
        private final int classCount;
        private final int lanes;
        private final ChunkBuffers buffers;

        Softmax(LossKernels kernels, int classCount, int lanes) {
            this.kernels = kernels;
            this.classCount = classCount;
            this.lanes = lanes;
            this.buffers = new ChunkBuffers(lanes);
        }

        @Override
        public void addTo(double[] totals, double[] z, LaneExamples examples, int first, int count) {
            kernels.softmaxGaps(z, classCount, examples.labels, examples.labelAt(first), count, buffers.gap, totals);
            kernels.exp(z, ChunkBuffers.FIRST, ChunkBuffers.FIRST + count * (classCount - 1) * lanes);
            kernels.softmaxExcess(z, classCount - 1, count, buffers.excess, totals);
            kernels.addLogs(totals);
        }

        @Override
        public void addWeightedTo(double[] sum, LaneExamples examples, int first, int count) {
            kernels.addWeighted(buffers.gap, buffers.excess, examples.weights, examples.labelAt(first), count, sum);
        }

        @Override
        public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
            kernels.softmaxShift(z, classCount, count);
            kernels.exp(z, ChunkBuffers.FIRST, ChunkBuffers.FIRST + count * classCount * lanes);
            kernels.softmaxGradient(z, classCount, examples.labels, examples.labelAt(first), count, scale);
            if (examples.isWeighted()) {
                kernels.weigh(z, classCount, examples.weights, examples.labelAt(first), count);
            }
        }
    }

    /** One logit; class 1 iff its probability is above the threshold. */
    final class Logistic implements OutputLoss {
        private final LossKernels kernels;
        private final int lanes;
        private final double[] threshold;
        private final ChunkBuffers buffers;

        /** @param threshold one row */
        Logistic(LossKernels kernels, double[] threshold) {
            this.kernels = kernels;
            this.lanes = threshold.length - Layout.FIRST;
            this.threshold = threshold;
            this.buffers = new ChunkBuffers(lanes);
        }

        @Override
        public void addTo(double[] totals, double[] z, LaneExamples examples, int first, int count) {
            int labelAt = examples.labelAt(first);
            kernels.logisticGaps(z, examples.labels, labelAt, count, buffers.gap, buffers.excess, totals);
            kernels.exp(buffers.excess, ChunkBuffers.FIRST, ChunkBuffers.FIRST + count * lanes);
            kernels.logisticExcess(z, buffers.excess, examples.labels, labelAt, count, threshold, totals);
            kernels.addLogs(totals);
        }

        @Override
        public void addWeightedTo(double[] sum, LaneExamples examples, int first, int count) {
            kernels.addWeighted(buffers.gap, buffers.excess, examples.weights, examples.labelAt(first), count, sum);
        }

        @Override
        public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
            kernels.logisticShift(z, count, buffers.excess);
            kernels.exp(buffers.excess, ChunkBuffers.FIRST, ChunkBuffers.FIRST + count * lanes);
            kernels.logisticGradient(z, buffers.excess, examples.labels, examples.labelAt(first), count, scale);
            if (examples.isWeighted()) {
                kernels.weigh(z, 1, examples.weights, examples.labelAt(first), count);
            }
        }
    }
}
