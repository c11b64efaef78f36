package tandem.measures.examples;

import com.google.common.collect.ImmutableList;

/** What an example is known to be, in the order of tables. An example belongs to the first group that applies. */
public enum ExampleGroup {
    /** Its label was changed by label noise. */
    MISLABELLED,
    /** It was made an outlier, or its features got noise. */
    OUTLIER,
    /** It was made a copy of another example, or its features equal those of one of the split. */
    DUPLICATE,
    /** None of these. */
    CLEAN;

    /** As in tables. */
    public String text() {
        return switch (this) {
            case MISLABELLED -> "mislabelled";
            case OUTLIER -> "outlier";
            case DUPLICATE -> "duplicate";
            case CLEAN -> "clean";
        };
    }

    /** The first group that applies. */
    public static ExampleGroup firstOf(boolean mislabelled, boolean outlier, boolean duplicate) {
        if (mislabelled) {
            return MISLABELLED;
        }
        if (outlier) {
            return OUTLIER;
        }
        return duplicate ? DUPLICATE : CLEAN;
    }

    /**
     * {@link #DUPLICATE} or {@link #CLEAN} for each example of a split of which nothing else is known.
     *
     * @param features {@code [example][feature]}
     * @param featureCount at least 1
     */
    public static ImmutableList<ExampleGroup> ofFeatures(double[] features, int featureCount) {
        boolean[] duplicate = Duplicates.in(features, featureCount);
        var groups = ImmutableList.<ExampleGroup>builderWithExpectedSize(duplicate.length);
        for (boolean isDuplicate : duplicate) {
            groups.add(firstOf(false, false, isDuplicate));
        }
        return groups.build();
    }
}
