package tandem.analysis;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * One cell in the overview after a run.
 *
 * @param levels texts of the factors' levels, in the order of the factors
 * @param runs all runs of the cell
 * @param loss of the overview's split at the last epoch, over the runs that have one; so is accuracy
 * @param spearman within-run correlation of loss and accuracy over the epochs of that split
 */
public record CellLine(
        long cell,
        ImmutableList<String> levels,
        int runs,
        int diverged,
        int failed,
        Optional<Estimate> loss,
        Optional<Estimate> accuracy,
        Optional<Estimate> spearman) {

    boolean hasLowerLossThan(Optional<CellLine> other) {
        return loss.isPresent()
                && other.flatMap(CellLine::loss)
                        .map(best -> loss.get().mean() < best.mean())
                        .orElse(true);
    }

    boolean hasHigherAccuracyThan(Optional<CellLine> other) {
        return accuracy.isPresent()
                && other.flatMap(CellLine::accuracy)
                        .map(best -> accuracy.get().mean() > best.mean())
                        .orElse(true);
    }
}
