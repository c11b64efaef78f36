package tandem.training.data.corruption;

import tandem.training.data.Examples;

/** The mean of each class and of all examples, summed in their order. */
final class ClassMeans {
    private final int featureCount;
    private final int[] counts;
    private final double[][] means;
    private final double[] overall;

    private ClassMeans(int featureCount, int classCount) {
        this.featureCount = featureCount;
        this.counts = new int[classCount];
        this.means = new double[classCount][featureCount];
        this.overall = new double[featureCount];
    }

    static ClassMeans of(Examples examples, int classCount) {
        var means = new ClassMeans(examples.featureCount(), classCount);
        for (int i = 0; i < examples.count(); i++) {
            means.add(examples.features(), i, examples.labels()[i]);
        }
        for (int f = 0; f < means.featureCount; f++) {
            means.overall[f] /= examples.count();
            for (int c = 0; c < classCount; c++) {
                means.means[c][f] /= Math.max(1, means.counts[c]);
            }
        }
        return means;
    }

    private void add(double[] features, int example, int label) {
        counts[label]++;
        for (int f = 0; f < featureCount; f++) {
            double x = features[example * featureCount + f];
            means[label][f] += x;
            overall[f] += x;
        }
    }

    /** Whether the class has examples. */
    boolean has(int label) {
        return counts[label] > 0;
    }

    double[] of(int label) {
        return means[label];
    }

    /** Of all examples. */
    double[] overall() {
        return overall;
    }

    /** Euclidean distance between the means of two classes. */
    double distance(int label, int other) {
        double squares = 0;
        for (int f = 0; f < featureCount; f++) {
            double difference = means[other][f] - means[label][f];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    /**
     * Distance of an example from the boundary between two classes under the nearest-mean rule; 0 where their means are the same or the example's class
     * has none.
     *
     * @param features {@code [example][feature]}
     */
    double margin(double[] features, int example, int label, int other) {
        if (!has(label)) {
            return 0;
        }
        double squares = 0;
        for (int f = 0; f < featureCount; f++) {
            double x = features[example * featureCount + f];
            double toOther = x - means[other][f];
            double toOwn = x - means[label][f];
            squares += toOther * toOther - toOwn * toOwn;
        }
        double apart = distance(label, other);
        return apart > 0 ? Math.abs(squares) / (2 * apart) : 0;
    }
}
