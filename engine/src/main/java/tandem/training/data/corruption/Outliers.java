package tandem.training.data.corruption;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import tandem.training.data.DataSettingException;
import tandem.training.data.ExactCount;
import tandem.training.data.Split;

/**
 * Examples that do not belong: {@code round(share n)}, those with the smallest draws. They keep their labels and get features for which these are wrong; the clean
 * label is the class that belongs there.
 */
public sealed interface Outliers {

    /** Of all examples. */
    double share();

    ImmutableSet<Split> splits();

    /**
     * Identical inputs with a minority label: each outlier joins {@code copies - 1} examples of one other class, and all of them get the features of one of these. So a group of
     * {@code copies} equal inputs has one label that differs; 9:1 with {@code copies} 10. The class is drawn among those with enough examples left, each with the same chance; examples are used once, those with the largest draws
     * first.
     */
    record Label(double share, int copies, ImmutableSet<Split> splits) implements Outliers {
        public Label {
            checkShare(share);
            checkArgument(copies >= 2, "a group must have 2 copies or more: %s", copies);
        }
    }

    /**
     * Leverage: with {@code mu_c} the means of the classes and {@code m} of all examples in the clean train split, an outlier of class y gets the features {@code m + distance (mu_j - mu_y) / ‖mu_j - mu_y‖}: far on
     * the side of class j, which is drawn among the other classes.
     *
     * @param distance in the units of the prepared features
     */
    record Leverage(double share, double distance, ImmutableSet<Split> splits) implements Outliers {
        public Leverage {
            checkShare(share);
            checkArgument(distance >= 0 && Double.isFinite(distance), "distance must be finite: %s", distance);
        }
    }

    private static void checkShare(double share) {
        checkArgument(share >= 0 && share <= 1, "a share must lie in [0, 1]: %s", share);
    }

    /**
     * Checks the share against the size of a split.
     *
     * @throws DataSettingException if the groups need more examples than there are
     */
    default void check(int exampleCount) {
        if (this instanceof Label(double share, int copies, var _)) {
            int outliers = ExactCount.of(share, exampleCount);
            if ((long) outliers * copies > exampleCount) {
                throw OutlierGroups.tooMany(copies, outliers, exampleCount / copies, exampleCount);
            }
        }
    }

    /**
     * Checks the share against the classes of a split: a group takes its {@code copies - 1} examples from one class, and its outlier from
     * another. Which classes the outliers have is chance, so that more may be refused when they are drawn.
     *
     * @param sizes examples of each class
     * @throws DataSettingException if there are never so many groups
     */
    default void checkClasses(ImmutableIntArray sizes) {
        if (this instanceof Label(double share, int copies, var _)) {
            int exampleCount = sizes.stream().sum();
            int outliers = ExactCount.of(share, exampleCount);
            boolean isMixed = sizes.stream().filter(size -> size > 0).count() > 1;
            int most = isMixed ? sizes.stream().map(size -> size / (copies - 1)).sum() : 0;
            if (outliers > most) {
                throw OutlierGroups.tooMany(copies, outliers, most, exampleCount);
            }
        }
    }
}
