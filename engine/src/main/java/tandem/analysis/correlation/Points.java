package tandem.analysis.correlation;

import java.util.Arrays;
import tandem.measures.Measured;
import tandem.measures.PairedCorrelation;

/** Pairs of loss and accuracy, as many as have been added. */
final class Points {
    private final double[] losses;
    private final double[] accuracies;
    private int count;

    Points(int most) {
        this.losses = new double[most];
        this.accuracies = new double[most];
    }

    /** Adds a pair unless it is undefined, which NaN says. */
    void add(double loss, double accuracy) {
        if (!Double.isNaN(loss) && !Double.isNaN(accuracy)) {
            losses[count] = loss;
            accuracies[count] = accuracy;
            count++;
        }
    }

    int count() {
        return count;
    }

    /** Needs two pairs. */
    Measured correlation(PairedCorrelation method) {
        return method.of(Arrays.copyOf(losses, count), Arrays.copyOf(accuracies, count));
    }

    /** NaN where undefined, also for fewer pairs than two. */
    double correlationOrNan(PairedCorrelation method) {
        return count >= 2 && correlation(method) instanceof Measured.Defined(double r) ? r : Double.NaN;
    }
}
