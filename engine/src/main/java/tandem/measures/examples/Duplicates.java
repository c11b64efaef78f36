package tandem.measures.examples;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import org.jspecify.annotations.Nullable;

/** Examples whose features occur more than once in a split. */
public final class Duplicates {
    private Duplicates() {}

    /**
     * Whether an example's features equal those of another one, bit for bit but for the sign of zero, whatever their
     * labels are. Takes O(n d) expected time for n examples of d features.
     *
     * @param features {@code [example][feature]}
     * @param featureCount d, at least 1
     * @return one mark an example: a pair of equal examples has two
     * @throws IllegalArgumentException if the features are no whole number of examples
     */
    public static boolean[] in(double[] features, int featureCount) {
        checkArgument(featureCount > 0, "featureCount must be positive: %s", featureCount);
        checkArgument(
                features.length % featureCount == 0,
                "%s features are no whole number of examples of %s",
                features.length,
                featureCount);
        boolean[] marks = new boolean[features.length / featureCount];
        Multiset<FeatureRow> rows = LinkedHashMultiset.create(marks.length);
        for (int i = 0; i < marks.length; i++) {
            rows.add(new FeatureRow(features, i * featureCount, featureCount));
        }
        for (int i = 0; i < marks.length; i++) {
            marks[i] = rows.count(new FeatureRow(features, i * featureCount, featureCount)) > 1;
        }
        return marks;
    }

    /** A view of the features of one example, equal to another with the same bits; adding 0 makes 0 of -0. */
    private static final class FeatureRow {
        private final double[] features;
        private final int from;
        private final int count;

        FeatureRow(double[] features, int from, int count) {
            this.features = features;
            this.from = from;
            this.count = count;
        }

        private long bits(int feature) {
            return Double.doubleToLongBits(features[from + feature] + 0.0);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof FeatureRow row) || row.count != count) {
                return false;
            }
            for (int j = 0; j < count; j++) {
                if (bits(j) != row.bits(j)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int j = 0; j < count; j++) {
                hash = 31 * hash + Long.hashCode(bits(j));
            }
            return hash;
        }
    }
}
