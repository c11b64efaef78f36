package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Which cell has the lowest loss and which the highest accuracy. Among equal losses the higher accuracy counts, among
 * equal accuracies the lower loss, then the lower number; so both are the same cell exactly where some cell has both
 * the lowest loss and the highest accuracy.
 */
record Choice(int byLoss, int byAccuracy) {

    /** Empty without cells. */
    static Optional<Choice> of(ImmutableList<Integer> cells, IntToDoubleFunction loss, IntToDoubleFunction accuracy) {
        Comparator<Integer> byLoss = Comparator.comparingDouble(loss::applyAsDouble);
        Comparator<Integer> byAccuracy = Comparator.comparingDouble(cell -> -accuracy.applyAsDouble(cell));
        // min takes the first of equals, which is the lowest number.
        return cells.stream()
                .min(byLoss.thenComparing(byAccuracy))
                .flatMap(best ->
                        cells.stream().min(byAccuracy.thenComparing(byLoss)).map(other -> new Choice(best, other)));
    }

    boolean agrees() {
        return byLoss == byAccuracy;
    }
}
