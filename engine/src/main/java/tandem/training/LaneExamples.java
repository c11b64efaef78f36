package tandem.training;

import java.util.Arrays;
import java.util.List;
import tandem.training.data.Examples;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;

/** One split of every lane of a pack, laid out {@code [example][feature][lane]}. */
final class LaneExamples {
    /** {@code [lane][example][feature]}: what {@link #arrange} picks from. */
    private final double[] sourceFeatures;

    private final int[] sourceLabels;
    private final double[][] classWeights;
    private final int lanes;

    final int count;
    final int featureCount;
    final double[] features;
    /** {@link #features} as {@code (example, feature)} and as {@code (feature, example)}. */
    final Matrix rows;

    final Matrix byFeature;
    /** {@code [example][lane]}, class indices. */
    final double[] labels;
    /** {@code [example][lane]}, weights of the labels' classes; no rows where no lane has any. */
    final double[] weights;

    /**
     * @param sources one a lane, all of one shape
     * @param classWeights {@code [lane][class]}; empty for none
     */
    LaneExamples(List<Examples> sources, double[][] classWeights) {
        this.classWeights = classWeights;
        this.lanes = sources.size();
        this.count = sources.getFirst().count();
        this.featureCount = sources.getFirst().featureCount();
        this.features = Layout.allocate(Math.multiplyExact(count, featureCount), lanes);
        this.rows = Matrix.of(features, 0, featureCount, lanes);
        this.byFeature = rows.transposed();
        this.labels = Layout.allocate(count, lanes);
        this.weights = Layout.allocate(classWeights.length == 0 ? 0 : count, lanes);
        this.sourceFeatures = new double[count * featureCount * lanes];
        this.sourceLabels = new int[count * lanes];
        for (int lane = 0; lane < lanes; lane++) {
            var source = sources.get(lane);
            System.arraycopy(source.features(), 0, sourceFeatures, lane * count * featureCount, count * featureCount);
            System.arraycopy(source.labels(), 0, sourceLabels, lane * count, count);
        }
        int[] order = new int[count * lanes];
        Arrays.setAll(order, i -> i / lanes);
        arrange(order);
    }

    boolean isWeighted() {
        return classWeights.length > 0;
    }

    double feature(int position, int feature, int lane) {
        return features[Layout.at(position * featureCount + feature, lanes) + lane];
    }

    /** Weight of the example's class in the objective. */
    double weight(int position, int lane) {
        return isWeighted() ? weights[Layout.at(position, lanes) + lane] : 1;
    }

    /** The element of {@link #features} by which example {@code first} lies behind the first one. */
    int featureShift(int first) {
        return first * featureCount * lanes;
    }

    int labelAt(int first) {
        return Layout.at(first, lanes);
    }

    /**
     * Puts the examples of every lane in order, so that batches are runs of rows and kernels need no gather.
     *
     * @param order {@code [position][lane]}: the example, by its place in the source, that comes to stand at the position
     */
    void arrange(int[] order) {
        int[] from = new int[lanes];
        for (int position = 0, to = Layout.FIRST; position < count; position++) {
            for (int lane = 0; lane < lanes; lane++) {
                int example = lane * count + order[position * lanes + lane];
                from[lane] = example * featureCount;
                int label = sourceLabels[example];
                labels[Layout.FIRST + position * lanes + lane] = label;
                if (classWeights.length > 0) {
                    weights[Layout.FIRST + position * lanes + lane] = classWeights[lane][label];
                }
            }
            for (int f = 0; f < featureCount; f++) {
                for (int lane = 0; lane < lanes; lane++) {
                    features[to++] = sourceFeatures[from[lane] + f];
                }
            }
        }
    }
}
