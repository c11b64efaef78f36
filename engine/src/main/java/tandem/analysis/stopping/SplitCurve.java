package tandem.analysis.stopping;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;

/**
 * Loss and accuracy of one split of one run by epoch, from epoch 0.
 *
 * @param correct number of correctly classified examples: accuracies are compared by it
 */
record SplitCurve(ImmutableDoubleArray losses, ImmutableDoubleArray accuracies, ImmutableIntArray correct) {

    /** T, or the last epoch before the run diverged; -1 where there is nothing. */
    int lastEpoch() {
        return losses.length() - 1;
    }

    double loss(int epoch) {
        return losses.get(epoch);
    }

    double accuracy(int epoch) {
        return accuracies.get(epoch);
    }

    /** First epoch from 1 with the smallest loss. */
    int minLossEpoch() {
        int best = 1;
        for (int t = 2; t <= lastEpoch(); t++) {
            best = loss(t) < loss(best) ? t : best;
        }
        return best;
    }

    int firstMaxAccuracyEpoch() {
        int best = 1;
        for (int t = 2; t <= lastEpoch(); t++) {
            best = correct.get(t) > correct.get(best) ? t : best;
        }
        return best;
    }

    int lastMaxAccuracyEpoch() {
        int best = 1;
        for (int t = 2; t <= lastEpoch(); t++) {
            best = correct.get(t) >= correct.get(best) ? t : best;
        }
        return best;
    }
}
