package tandem.training;

import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.optimizer.Loss;

/** A loss that a pack minimises instead of cross-entropy, example by example, from one logit a class. */
sealed interface LaneLoss
        permits OneLogit, LaneLoss.Smoothed, LaneLoss.Focal, LaneLoss.Generalized, LaneLoss.Corrected {

    /** Losses of the examples [first, first + count), {@code [example][lane]} from row 0; {@code z} is overwritten. */
    double[] values(double[] z, LaneExamples examples, int first, int count);

    /** Turns logits into the gradient of {@code scale} times the sum of the losses. */
    void toGradient(double[] z, LaneExamples examples, int first, int count, double scale);

    /**
     * The loss of runs that share its kind, none of them plain or flooded cross-entropy.
     *
     * @param perLane one a lane
     */
    static LaneLoss of(List<Loss> perLane, int classCount, Kernels kernels) {
        return switch (perLane.getFirst()) {
            case Loss.SmoothedCrossEntropy first ->
                new Smoothed(
                        LaneRow.of(perLane, loss -> ((Loss.SmoothedCrossEntropy) loss).smoothing()),
                        classCount,
                        kernels);
            case Loss.Focal first ->
                new Focal(LaneRow.of(perLane, loss -> ((Loss.Focal) loss).gamma()), classCount, kernels);
            case Loss.GeneralizedCrossEntropy first ->
                new Generalized(
                        LaneRow.of(perLane, loss -> ((Loss.GeneralizedCrossEntropy) loss).q()), 1, classCount, kernels);
            case Loss.MeanAbsoluteError first -> new Generalized(LaneRow.of(perLane, _ -> 1), 2, classCount, kernels);
            case Loss.ForwardCorrection first ->
                new Corrected(
                        perLane.stream()
                                .map(loss -> ((Loss.ForwardCorrection) loss).transition())
                                .toList(),
                        classCount,
                        kernels);
            case Loss.CrossEntropy plain -> throw new IllegalArgumentException("cross-entropy has a path of its own");
            case Loss.Flooding flooding -> throw new IllegalArgumentException("flooding is cross-entropy by example");
        };
    }

    /** Cross-entropy to a smoothed target: {@code loss + smoothing (z_y - mean of z)}. */
    final class Smoothed implements LaneLoss {
        private final ChunkLosses chunk;
        private final double[] smoothing;
        private final double[] share;
        private final double[] leads;

        Smoothed(double[] smoothing, int classCount, Kernels kernels) {
            this.chunk = new ChunkLosses(classCount, kernels);
            this.smoothing = smoothing;
            this.share = smoothing.clone();
            for (int i = 0; i < share.length; i++) {
                share[i] /= classCount;
            }
            this.leads = chunk.allocate();
        }

        @Override
        public double[] values(double[] z, LaneExamples examples, int first, int count) {
            chunk.shift(z, count);
            int labelAt = examples.labelAt(first);
            chunk.kernels.leads(z, chunk.classCount, examples.labels, labelAt, count, leads);
            chunk.fromShifted(z, examples, first, count);
            chunk.kernels.addScaled(chunk.losses, leads, smoothing, count);
            return chunk.losses;
        }

        @Override
        public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
            chunk.shift(z, count);
            chunk.exp(z, count);
            chunk.toGradient(z, examples, first, count, scale);
            int labelAt = examples.labelAt(first);
            chunk.kernels.smooth(z, chunk.classCount, examples.labels, labelAt, count, share, scale);
        }
    }

    /** The gradient of cross-entropy times {@code (1 - p)^gamma (1 - gamma p ln p / (1 - p))}. */
    final class Focal implements LaneLoss {
        private final ChunkLosses chunk;
        private final double[] gamma;
        private final double[] one;
        private final double[] likelihoods;

        Focal(double[] gamma, int classCount, Kernels kernels) {
            this.chunk = new ChunkLosses(classCount, kernels);
            this.gamma = gamma;
            this.one = Layout.allocate(1, kernels.lanes());
            Layout.fill(one, 0, kernels.lanes(), 1);
            this.likelihoods = chunk.allocate();
        }

        @Override
        public double[] values(double[] z, LaneExamples examples, int first, int count) {
            chunk.from(z, examples, first, count);
            chunk.kernels.powers(chunk.rests, gamma, count);
            chunk.kernels.multiply(chunk.losses, chunk.rests, count);
            return chunk.losses;
        }

        @Override
        public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
            chunk.from(z, examples, first, count);
            chunk.toGradient(z, examples, first, count, scale);
            chunk.kernels.likelihoods(chunk.losses, one, 1, count, likelihoods);
            double[] factors = chunk.copyOfRests(count);
            chunk.kernels.powers(factors, gamma, count);
            chunk.kernels.focalFactors(factors, likelihoods, chunk.losses, chunk.rests, gamma, count);
            chunk.weigh(z, factors, count);
        }
    }

    /** {@code factor} times generalized cross-entropy: the gradient of cross-entropy times {@code factor p^q}. */
    final class Generalized implements LaneLoss {
        private final ChunkLosses chunk;
        private final double[] q;
        private final double factor;
        private final double[] likelihoods;

        Generalized(double[] q, double factor, int classCount, Kernels kernels) {
            this.chunk = new ChunkLosses(classCount, kernels);
            this.q = q;
            this.factor = factor;
            this.likelihoods = chunk.allocate();
        }

        @Override
        public double[] values(double[] z, LaneExamples examples, int first, int count) {
            chunk.from(z, examples, first, count);
            chunk.kernels.generalize(chunk.losses, q, factor, count);
            return chunk.losses;
        }

        @Override
        public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
            chunk.from(z, examples, first, count);
            chunk.toGradient(z, examples, first, count, scale);
            chunk.kernels.likelihoods(chunk.losses, q, factor, count, likelihoods);
            chunk.weigh(z, likelihoods, count);
        }
    }

    /** Cross-entropy after a transition: its gradient is the probability of each class less that given the label. */
    final class Corrected implements LaneLoss {
        private final ChunkLosses chunk;
        private final Kernels kernels;
        private final double[] matrix;
        private final double[] columns;
        private final double[] reached;

        Corrected(List<Loss.Transition> perLane, int classCount, Kernels kernels) {
            int lanes = kernels.lanes();
            this.chunk = new ChunkLosses(classCount, kernels);
            this.kernels = kernels;
            this.matrix = Layout.allocate(classCount * classCount, lanes);
            var matrices = perLane.stream()
                    .map(transition -> transition.matrix(classCount))
                    .toList();
            for (int i = 0; i < classCount * classCount; i++) {
                int entry = i;
                LaneRow.set(matrix, i, matrices, one -> one[entry]);
            }
            this.columns = Layout.allocate(ChunkBuffers.CHUNK * classCount, lanes);
            this.reached = Layout.allocate(ChunkBuffers.CHUNK * classCount, lanes);
        }

        private void prepare(double[] z, LaneExamples examples, int first, int count) {
            int classCount = chunk.classCount;
            kernels.transition().columns(matrix, classCount, examples.labels, examples.labelAt(first), count, columns);
            chunk.shift(z, count);
            kernels.transition().reach(z, columns, classCount, count, reached, chunk.losses);
            chunk.exp(z, count);
            chunk.exp(reached, count);
            kernels.transition().excesses(z, columns, classCount, count, reached, chunk.losses, chunk.excesses);
        }

        @Override
        public double[] values(double[] z, LaneExamples examples, int first, int count) {
            prepare(z, examples, first, count);
            kernels.exampleLoss().addLogs(chunk.losses, chunk.excesses, count);
            return chunk.losses;
        }

        @Override
        public void toGradient(double[] z, LaneExamples examples, int first, int count, double scale) {
            prepare(z, examples, first, count);
            int labelAt = examples.labelAt(first);
            kernels.transition().gradient(z, reached, chunk.classCount, examples.labels, labelAt, count, scale);
        }
    }
}
