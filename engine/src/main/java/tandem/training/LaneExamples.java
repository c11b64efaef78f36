package tandem.training;

import java.util.List;
import java.util.Optional;
import tandem.training.data.Examples;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.kernels.OrderKernels;

/** One split of every lane of a pack, laid out {@code [example][feature][lane]}. */
final class LaneExamples {
    private final OrderKernels kernels;
    private final int lanes;
    private final boolean isWeighted;
    private final int stride;

    /** {@code [lane][example][column]}: features, label, weight if any; what {@link #arrange} picks from. */
    private final double[] source;

    /** Columns of an example in the source. */
    final int columnCount;

    final int count;
    final int featureCount;

    /** {@code [example][feature]}, and behind the last feature one that is 1: the input whose weights are the biases. */
    final double[] features;

    /** {@link #features} as {@code (example, feature)} and as {@code (feature, example)}. */
    final Matrix rows;

    final Matrix byFeature;

    /** {@code [example][lane]}, class indices. */
    final double[] labels;

    /** {@code [example][lane]}, weights in the objective; no rows where no lane has any. */
    final double[] weights;

    /** The same with the labels from before corruption; empty where no lane has others. */
    final Optional<LaneExamples> clean;

    /**
     * @param sources one a lane, all of one shape
     * @param weights {@code [lane][example]} in the order of the source; empty for none
     */
    LaneExamples(List<Examples> sources, double[][] weights, Kernels kernels) {
        this.kernels = kernels.order();
        this.lanes = sources.size();
        this.isWeighted = weights.length > 0;
        this.count = sources.getFirst().count();
        this.featureCount = sources.getFirst().featureCount();
        this.columnCount = featureCount + (isWeighted ? 2 : 1);
        int elements = Layout.stride(featureCount + 1);
        this.stride = elements * lanes;
        this.features = Layout.allocate(Math.multiplyExact(count, elements), lanes);
        for (int i = 0; i < count; i++) {
            Layout.fill(features, i * elements + featureCount, lanes, 1);
        }
        this.rows = Matrix.of(features, 0, elements, lanes);
        this.byFeature = rows.transposed();
        this.labels = Layout.allocate(count, lanes);
        this.weights = Layout.allocate(isWeighted ? count : 0, lanes);
        this.source = new double[Math.multiplyExact(Math.multiplyExact(count, columnCount), lanes)];
        int[] order = new int[count * lanes];
        for (int lane = 0; lane < lanes; lane++) {
            fillSource(lane, sources.get(lane), isWeighted ? weights[lane] : new double[0]);
            for (int i = 0; i < count; i++) {
                order[i * lanes + lane] = (lane * count + i) * columnCount;
            }
        }
        arrange(order);
        boolean changed = sources.stream().anyMatch(Examples::hasChangedLabels);
        this.clean = changed ? Optional.of(new LaneExamples(this, sources)) : Optional.empty();
    }

    /** A view of examples in the order of their source, to be evaluated on their clean labels and not to be arranged. */
    private LaneExamples(LaneExamples noisy, List<Examples> sources) {
        this.kernels = noisy.kernels;
        this.lanes = noisy.lanes;
        this.isWeighted = false;
        this.stride = noisy.stride;
        this.source = noisy.source;
        this.columnCount = noisy.columnCount;
        this.count = noisy.count;
        this.featureCount = noisy.featureCount;
        this.features = noisy.features;
        this.rows = noisy.rows;
        this.byFeature = noisy.byFeature;
        this.labels = Layout.allocate(count, lanes);
        this.weights = Layout.allocate(0, lanes);
        this.clean = Optional.empty();
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < count; i++) {
                labels[Layout.at(i, lanes) + lane] = sources.get(lane).cleanLabels()[i];
            }
        }
    }

    private void fillSource(int lane, Examples examples, double[] weightOfExample) {
        for (int i = 0; i < count; i++) {
            int at = (lane * count + i) * columnCount;
            System.arraycopy(examples.features(), i * featureCount, source, at, featureCount);
            source[at + featureCount] = examples.labels()[i];
            if (isWeighted) {
                source[at + featureCount + 1] = weightOfExample[i];
            }
        }
    }

    boolean isWeighted() {
        return isWeighted;
    }

    /** The element of {@link #features} by which example {@code first} lies behind the first one. */
    int featureShift(int first) {
        return first * stride;
    }

    int labelAt(int first) {
        return Layout.at(first, lanes);
    }

    /**
     * Puts the examples of every lane in order, so that batches are runs of rows and the other kernels need no gather.
     *
     * @param order {@code [position][lane]}: the element of {@code [lane][example][column]} at which the example begins that comes to stand there
     */
    void arrange(int[] order) {
        kernels.gather(source, order, featureCount, features, stride, labels);
        if (isWeighted) {
            kernels.gatherColumn(source, order, featureCount + 1, weights);
        }
    }
}
