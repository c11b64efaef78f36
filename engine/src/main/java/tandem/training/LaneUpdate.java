package tandem.training;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.optimizer.Clip;

/**
 * One of the small changes that follow one another after each batch, from its gradient to the one that {@link LaneOptimizer} steps along.
 */
sealed interface LaneUpdate {

    void apply(double[] parameters, double[] gradient);

    /** The list for runs that share the kinds of penalty and clipping. */
    static ImmutableList<LaneUpdate> listOf(
            List<RunInput> runs, PenaltyTerm penalty, GradientNorm norm, Kernels kernels) {
        var updates = ImmutableList.<LaneUpdate>builder();
        if (penalty.isActive()) {
            updates.add(new AddPenalty(penalty));
        }
        updates.add(norm);
        switch (runs.getFirst().training().clip()) {
            case Clip.None none -> {}
            case Clip.PerExample first -> {} // done before the mean is taken
            case Clip.ByNorm first ->
                updates.add(new ClipByNorm(
                        LaneRow.of(runs, run -> ((Clip.ByNorm) run.training().clip()).bound()),
                        norm,
                        kernels.update()));
            case Clip.ByValue first ->
                updates.add(new ClipByValue(
                        LaneRow.of(runs, run -> ((Clip.ByValue) run.training().clip()).bound()), kernels.update()));
        }
        return updates.build();
    }

    record AddPenalty(PenaltyTerm penalty) implements LaneUpdate {
        @Override
        public void apply(double[] parameters, double[] gradient) {
            penalty.addGradient(parameters, gradient);
        }
    }

    /** Measures the norm of the whole gradient, for clipping and for the record. */
    final class GradientNorm implements LaneUpdate {
        private final UpdateKernels kernels;
        final double[] norm;
        final double[] sum;

        GradientNorm(Kernels kernels) {
            this.kernels = kernels.update();
            this.norm = Layout.allocate(1, kernels.lanes());
            this.sum = Layout.allocate(1, kernels.lanes());
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.squares(gradient, Layout.FIRST, gradient.length, norm);
            kernels.addNorm(norm, sum);
        }
    }

    final class ClipByNorm implements LaneUpdate {
        private final double[] bound;
        private final GradientNorm norm;
        private final UpdateKernels kernels;

        ClipByNorm(double[] bound, GradientNorm norm, UpdateKernels kernels) {
            this.bound = bound;
            this.norm = norm;
            this.kernels = kernels;
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.clipByNorm(gradient, Layout.FIRST, gradient.length, norm.norm, bound);
        }
    }

    final class ClipByValue implements LaneUpdate {
        private final double[] bound;
        private final UpdateKernels kernels;

        ClipByValue(double[] bound, UpdateKernels kernels) {
            this.bound = bound;
            this.kernels = kernels;
        }

        @Override
        public void apply(double[] parameters, double[] gradient) {
            kernels.clipByValue(gradient, Layout.FIRST, gradient.length, bound);
        }
    }
}
