package tandem.training.data;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What no model can better on a split, because it must give identical inputs the same probabilities.
 *
 * <p>With groups g of identical inputs, {@code n_gc} of them labelled c, the least mean cross-entropy is
 * {@code (1/n) sum over g and c of n_gc ln(n_g / n_gc)}, reached by the label shares of each group; the best accuracy is
 * {@code (1/n) sum over g of max over c of n_gc}.
 *
 * @param lossFloor nats
 * @param accuracyCeiling share
 */
public record Ambiguity(double lossFloor, double accuracyCeiling) {

    /** Of the labels that training sees. */
    public static Ambiguity of(Examples examples, int classCount) {
        int d = examples.featureCount();
        Map<ImmutableDoubleArray, int[]> groups = new LinkedHashMap<>();
        var features = ImmutableDoubleArray.copyOf(examples.features());
        for (int i = 0; i < examples.count(); i++) {
            int[] counts = groups.computeIfAbsent(features.subArray(i * d, (i + 1) * d), _ -> new int[classCount]);
            counts[examples.labels()[i]]++;
        }
        double loss = 0;
        long right = 0;
        for (int[] counts : groups.values()) {
            int size = 0;
            int most = 0;
            for (int count : counts) {
                size += count;
                most = Math.max(most, count);
            }
            for (int count : counts) {
                loss += count == 0 ? 0 : count * StrictMath.log((double) size / count);
            }
            right += most;
        }
        return new Ambiguity(loss / examples.count(), (double) right / examples.count());
    }
}
