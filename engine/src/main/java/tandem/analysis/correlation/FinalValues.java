package tandem.analysis.correlation;

import java.util.stream.IntStream;
import tandem.analysis.RunValues;

/** Loss and accuracy of one split at the last epoch, by cell and replicate; NaN where undefined. */
final class FinalValues {
    /** Accuracies are multiples of 1 / n: means that differ by less are equal but for rounding. */
    private static final double DECIMALS = 1e12;

    private final int replicates;
    private final double[] losses;
    private final double[] accuracies;

    private FinalValues(int replicates, double[] losses, double[] accuracies) {
        this.replicates = replicates;
        this.losses = losses;
        this.accuracies = accuracies;
    }

    static FinalValues of(RunValues values, String lossColumn, String accuracyColumn) {
        return of(values.replicates(), values.column(lossColumn), values.column(accuracyColumn));
    }

    /** Of values by cell, then replicate, which are not copied. */
    static FinalValues of(int replicates, double[] losses, double[] accuracies) {
        return new FinalValues(replicates, losses, accuracies);
    }

    int cells() {
        return losses.length / Math.max(1, replicates);
    }

    int replicates() {
        return replicates;
    }

    /** 0, 1, ...: every replicate once. */
    int[] everyReplicate() {
        return IntStream.range(0, replicates).toArray();
    }

    double loss(int cell, int replicate) {
        return losses[cell * replicates + replicate];
    }

    double accuracy(int cell, int replicate) {
        return accuracies[cell * replicates + replicate];
    }

    /** Pairs of one cell over the given replicates. */
    Points of(int cell, int[] chosen) {
        var points = new Points(chosen.length);
        for (int replicate : chosen) {
            points.add(loss(cell, replicate), accuracy(cell, replicate));
        }
        return points;
    }

    /** Means by cell over those of the given replicates that are defined. */
    CellMeans means(int[] chosen) {
        double[] meanAccuracies = means(accuracies, chosen);
        for (int cell = 0; cell < meanAccuracies.length; cell++) {
            meanAccuracies[cell] = Math.rint(meanAccuracies[cell] * DECIMALS) / DECIMALS;
        }
        return new CellMeans(means(losses, chosen), meanAccuracies);
    }

    private double[] means(double[] values, int[] chosen) {
        double[] means = new double[cells()];
        for (int cell = 0; cell < means.length; cell++) {
            double mean = 0;
            int count = 0;
            for (int replicate : chosen) {
                double value = values[cell * replicates + replicate];
                if (!Double.isNaN(value)) {
                    // The form that cannot overflow, and that leaves equal values as they are.
                    mean += (value - mean) / ++count;
                }
            }
            means[cell] = count == 0 ? Double.NaN : mean;
        }
        return means;
    }
}
