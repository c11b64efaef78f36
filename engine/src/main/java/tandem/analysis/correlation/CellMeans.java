package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;

/** Mean loss and accuracy by cell; NaN where a cell has none. */
final class CellMeans {
    private final double[] losses;
    private final double[] accuracies;

    CellMeans(double[] losses, double[] accuracies) {
        this.losses = losses;
        this.accuracies = accuracies;
    }

    double loss(int cell) {
        return losses[cell];
    }

    double accuracy(int cell) {
        return accuracies[cell];
    }

    boolean isDefined(int cell) {
        return !Double.isNaN(losses[cell]) && !Double.isNaN(accuracies[cell]);
    }

    Points of(ImmutableList<Integer> cells) {
        var points = new Points(cells.size());
        for (int cell : cells) {
            points.add(losses[cell], accuracies[cell]);
        }
        return points;
    }
}
