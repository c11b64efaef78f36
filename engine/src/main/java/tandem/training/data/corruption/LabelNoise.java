package tandem.training.data.corruption;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import tandem.training.data.DataSettingException;
import tandem.training.data.Split;

/**
 * Wrong labels. Which examples get one: those with the smallest draws, one draw an example, as many as the rate times their number says, rounded; which label they get
 * comes from another stream. So counts are exact, and the examples of a lower rate are among those of a higher one and get the same label; of a matrix they
 * may get another, since every class takes its exact share of them.
 */
public sealed interface LabelNoise {

    /** How far row sums may be from 1 by rounding. */
    double SUM_TOLERANCE = 1e-9;

    ImmutableSet<Split> splits();

    /** {@code round(rate n)} examples get one of the K - 1 other classes, each with the same chance. */
    record Symmetric(double rate, ImmutableSet<Split> splits) implements LabelNoise {
        public Symmetric {
            checkRate(rate);
        }
    }

    /**
     * {@code round(rate m)} of the m examples whose class is mapped get the class it is mapped to.
     *
     * @param map from class to class by name; empty for every class to the next one and the last to the first
     */
    record Pair(double rate, ImmutableMap<String, String> map, ImmutableSet<Split> splits) implements LabelNoise {
        public Pair {
            checkRate(rate);
        }

        /** For each class the class it is mapped to, or itself. */
        int[] targets(ImmutableList<String> classNames) {
            int[] targets = new int[classNames.size()];
            Arrays.setAll(targets, c -> map.isEmpty() ? (c + 1) % targets.length : c);
            map.forEach((from, to) -> targets[index(classNames, from)] = index(classNames, to));
            return targets;
        }

        private static int index(ImmutableList<String> classNames, String name) {
            int index = classNames.indexOf(name);
            if (index < 0) {
                throw DataSettingException.ofCorruption(
                        "label_noise.map",
                        lenientFormat("names '%s', which is no class; the data's classes are %s", name, classNames));
            }
            return index;
        }
    }

    /**
     * Class-conditional noise: of the {@code n_c} examples of class c, {@code round((1 - m_cc) n_c)} get another label; class j gets its share {@code m_cj / (1 - m_cc)} of them, by largest
     * remainders.
     *
     * @param rows {@code m[c][j]}: share of the examples of class c that are labelled j; a row for every class, which sums to 1
     */
    record Matrix(ImmutableList<ImmutableDoubleArray> rows, ImmutableSet<Split> splits) implements LabelNoise {
        public Matrix {
            for (var row : rows) {
                checkArgument(row.stream().allMatch(m -> m >= 0 && m <= 1), "shares must lie in [0, 1]: %s", row);
                checkArgument(Math.abs(row.stream().sum() - 1) <= SUM_TOLERANCE, "a row must sum to 1: %s", row);
            }
        }
    }

    /**
     * {@code round(rate n)} examples near the boundary between classes get the class beyond it.
     *
     * <p>With {@code mu_c} the mean of class c in the clean train split, {@code margin_j = |‖x - mu_j‖^2 - ‖x - mu_y‖^2| / (2 ‖mu_j - mu_y‖)} is the distance of x from the boundary between its class y and
     * class j under the nearest-mean rule. The margin of an example is the least over j, its new label that j. Examples are chosen without replacement with weights {@code exp(-(margin / s)^2)}, s being the mean
     * margin of the clean train split: keys {@code -ln(u) / weight} with one draw u each, the smallest first. x is what the example was before its inputs were corrupted; a copy that a prior shift
     * made is what it copies.
     *
     * @see "Efraimidis and Spirakis (2006), Weighted random sampling with a reservoir (the keys)"
     */
    record NearBoundary(double rate, ImmutableSet<Split> splits) implements LabelNoise {
        public NearBoundary {
            checkRate(rate);
        }
    }

    private static void checkRate(double rate) {
        checkArgument(rate >= 0 && rate <= 1, "a rate must lie in [0, 1]: %s", rate);
    }

    /**
     * Checks what the settings say of classes.
     *
     * @throws DataSettingException if they name a class that the data has not, or leave one out
     */
    default void check(ImmutableList<String> classNames) {
        switch (this) {
            case Symmetric _, NearBoundary _ -> {}
            case Pair pair -> pair.targets(classNames);
            case Matrix(var rows, var _) -> {
                int classCount = classNames.size();
                if (rows.size() != classCount || rows.stream().anyMatch(row -> row.length() != classCount)) {
                    throw DataSettingException.ofCorruption(
                            "label_noise.matrix",
                            lenientFormat(
                                    "must have a row for each of the %s classes, and in it a share for each; they are"
                                            + " %s",
                                    classCount, classNames));
                }
            }
        }
    }
}
