package tandem.training;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.layer.LaneParameters;
import tandem.training.optimizer.Penalty;

/** The penalties of a pack's runs, and the norm of their weights. */
final class PenaltyTerm {

    /** Elements [from, to) of the parameters. */
    private record Range(int from, int to) {}

    private final UpdateKernels kernels;
    private final int lanes;
    private final ImmutableList<Range> weights;
    private final ImmutableList<Range> penalized;
    private final double[] twiceL2;
    private final double[] l1;
    private final boolean isActive;
    private final double[] part;
    private final double[] squares;
    private final double[] magnitudes;

    PenaltyTerm(List<Penalty> perLane, LaneParameters layout, Kernels kernels) {
        this.kernels = kernels.update();
        this.lanes = kernels.lanes();
        this.weights = layout.layers().stream()
                .map(layer -> range(layer.weightsAt(), layer.biasesAt()))
                .collect(ImmutableList.toImmutableList());
        this.penalized = perLane.getFirst().bias()
                ? ImmutableList.of(range(0, layout.layers().getLast().end()))
                : weights;
        this.twiceL2 = LaneRow.of(perLane, penalty -> 2 * penalty.l2());
        this.l1 = LaneRow.of(perLane, Penalty::l1);
        this.isActive = perLane.stream().anyMatch(penalty -> penalty.l2() > 0 || penalty.l1() > 0);
        this.part = Layout.allocate(1, lanes);
        this.squares = Layout.allocate(1, lanes);
        this.magnitudes = Layout.allocate(1, lanes);
    }

    private Range range(int from, int to) {
        return new Range(Layout.at(from, lanes), Layout.at(to, lanes));
    }

    boolean isActive() {
        return isActive;
    }

    void addGradient(double[] parameters, double[] gradient) {
        for (var range : penalized) {
            kernels.addPenalty(parameters, gradient, range.from, range.to, twiceL2, l1);
        }
    }

    /** Euclidean norm of the weights (not the biases), into {@code norms[lane]}. */
    void weightNorms(double[] parameters, double[] norms) {
        sumSquares(parameters, weights);
        for (int lane = 0; lane < lanes; lane++) {
            double sum = squares[Layout.FIRST + lane];
            norms[lane] = sum < Double.POSITIVE_INFINITY ? Math.sqrt(sum) : scaledNorm(parameters, lane);
        }
    }

    /** For weights whose squares overflow. */
    private double scaledNorm(double[] parameters, int lane) {
        double largest = 0;
        for (var range : weights) {
            for (int i = range.from + lane; i < range.to; i += lanes) {
                largest = Math.max(largest, Math.abs(parameters[i]));
            }
        }
        double sum = 0;
        for (var range : weights) {
            for (int i = range.from + lane; i < range.to; i += lanes) {
                double share = parameters[i] / largest;
                sum = Math.fma(share, share, sum);
            }
        }
        return largest * Math.sqrt(sum);
    }

    /** {@code l2 * sum of squares + l1 * sum of magnitudes}, into {@code values[lane]}. */
    void values(double[] parameters, double[] values) {
        if (!isActive) {
            Arrays.fill(values, 0);
            return;
        }
        sumSquares(parameters, penalized);
        Arrays.fill(magnitudes, 0);
        for (var range : penalized) {
            kernels.magnitudes(parameters, range.from, range.to, part);
            add(part, magnitudes);
        }
        for (int lane = 0; lane < lanes; lane++) {
            int at = Layout.FIRST + lane;
            values[lane] = part(twiceL2[at] / 2, squares[at]) + part(l1[at], magnitudes[at]);
        }
    }

    /** The product, but 0 for a factor of 0 though the sum have overflowed. */
    private static double part(double factor, double sum) {
        return factor == 0 ? 0 : factor * sum;
    }

    private void sumSquares(double[] parameters, ImmutableList<Range> ranges) {
        Arrays.fill(squares, 0);
        for (var range : ranges) {
            kernels.squares(parameters, range.from, range.to, part);
            add(part, squares);
        }
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
