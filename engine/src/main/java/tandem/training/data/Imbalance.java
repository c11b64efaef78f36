package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tandem.training.random.RandomStream;

/**
 * Unequal classes: which examples of a source are used at all, chosen before the split without replacement. Of each class those with the smallest draws, one draw an
 * example, so that the examples of a smaller class are among those of a larger one.
 */
public sealed interface Imbalance {

    /** n, how many examples are chosen; empty for as many as the classes allow. */
    OptionalInt examples();

    /** {@code round(share n)} examples of one class; the others keep their proportions (largest remainders). */
    record Minority(double share, String className, OptionalInt examples) implements Imbalance {
        public Minority {
            checkArgument(share > 0 && share < 1, "a share must lie in (0, 1): %s", share);
        }
    }

    /** Sizes fall evenly from the first class to the last, which is {@code ratio} times smaller: {@code 1 - (1 - 1 / ratio) c / (K - 1)}. */
    record Linear(double ratio, OptionalInt examples) implements Imbalance {
        public Linear {
            checkRatio(ratio);
        }
    }

    /** Sizes fall by equal factors from the first class to the last, which is {@code ratio} times smaller: {@code ratio^(-c / (K - 1))}. */
    record Exponential(double ratio, OptionalInt examples) implements Imbalance {
        public Exponential {
            checkRatio(ratio);
        }
    }

    private static void checkRatio(double ratio) {
        checkArgument(ratio >= 1 && Double.isFinite(ratio), "ratio must be finite and at least 1: %s", ratio);
    }

    /**
     * The chosen examples, in source order.
     *
     * @param stream of the purpose split
     * @throws DataSettingException if the source has too few examples of a class
     */
    default DataSet of(DataSet data, RandomStream stream) {
        int[] counts = counts(data.classSizes(), data.classNames());
        var draws = RandomStream.of(stream.seed(), "imbalance", 0);
        int[] labels = data.examples().labels();
        double[] keys = IntStream.of(data.examples().ids())
                .mapToDouble(id -> draws.at(id).generator().nextDouble())
                .toArray();
        int[] chosen = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .filter(i -> counts[labels[i]]-- > 0)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        var assignment = data.assignment().isEmpty()
                ? data.assignment()
                : IntStream.of(chosen).mapToObj(data.assignment()::get).collect(ImmutableList.toImmutableList());
        return new DataSet(
                data.featureNames(), data.classNames(), data.examples().at(chosen), assignment);
    }

    /** How many examples of each class are chosen from a source with these sizes. */
    private int[] counts(int[] sizes, ImmutableList<String> classNames) {
        checkClass(classNames);
        int all = IntStream.of(sizes).sum();
        int asked = examples().orElse(all);
        int chosen = most(Math.min(asked, all), sizes, classNames);
        if (examples().isPresent() && chosen < asked) {
            throw tooMany(asked, chosen, sizes, classNames);
        }
        if (chosen == 0) {
            throw new DataSettingException(
                    "imbalance.kind", "no example can be had with these shares; a class of the source is too small");
        }
        return quotas(chosen, sizes, classNames);
    }

    /** The largest number up to {@code limit} that the classes allow. */
    private int most(int limit, int[] sizes, ImmutableList<String> classNames) {
        int most = limit;
        int[] needed = quotas(most, sizes, classNames);
        while (most > 0 && !fits(needed, sizes)) {
            most = below(most, needed, sizes);
            needed = quotas(most, sizes, classNames);
        }
        return most;
    }

    /** A number with none between it and {@code n} that fits: counts are less than 2 from shares of n that do not depend on n. */
    private static int below(int n, int[] needed, int[] sizes) {
        long below = n - 1L;
        for (int c = 0; c < sizes.length; c++) {
            if (needed[c] > sizes[c] + 4L) {
                below = Math.min(below, (sizes[c] + 2L) * n / (needed[c] - 2));
            }
        }
        return (int) below;
    }

    /** Largest remainders may give a class one more of a smaller number (the Alabama paradox): larger numbers may be had where this one cannot. */
    private DataSettingException tooMany(int asked, int below, int[] sizes, ImmutableList<String> classNames) {
        int[] needed = quotas(asked, sizes, classNames);
        int scarce = IntStream.range(0, sizes.length)
                .filter(c -> needed[c] > sizes[c])
                .findFirst()
                .orElseThrow();
        int most = most(IntStream.of(sizes).sum(), sizes, classNames);
        return new DataSettingException(
                "imbalance.examples",
                lenientFormat(
                        "%s examples with these shares need %s of class '%s' and the source has %s; %s can be had",
                        asked,
                        needed[scarce],
                        classNames.get(scarce),
                        sizes[scarce],
                        most > asked ? below + ", and again " + most + "," : "at most " + most));
    }

    /**
     * Checks the name of the minority class.
     *
     * @throws DataSettingException if there is no such class
     */
    default void checkClass(ImmutableList<String> classNames) {
        if (this instanceof Minority(double _, String className, var _) && !classNames.contains(className)) {
            throw new DataSettingException(
                    "imbalance.class",
                    lenientFormat("is '%s', which is no class; the data's classes are %s", className, classNames));
        }
    }

    private static boolean fits(int[] counts, int[] sizes) {
        return IntStream.range(0, sizes.length).allMatch(c -> counts[c] <= sizes[c]);
    }

    private int[] quotas(int n, int[] sizes, ImmutableList<String> classNames) {
        int last = sizes.length - 1;
        return switch (this) {
            case Minority(double share, String className, var _) -> {
                int minority = classNames.indexOf(className);
                double[] others = Arrays.stream(sizes).asDoubleStream().toArray();
                others[minority] = 0;
                int count = ExactCount.of(share, n);
                int[] counts = LargestRemainders.of(others, n - count);
                counts[minority] = count;
                yield counts;
            }
            case Linear(double ratio, var _) ->
                LargestRemainders.of(
                        IntStream.range(0, sizes.length)
                                .mapToDouble(c -> 1 - (1 - 1 / ratio) * c / last)
                                .toArray(),
                        n);
            case Exponential(double ratio, var _) ->
                LargestRemainders.of(
                        IntStream.range(0, sizes.length)
                                .mapToDouble(c -> StrictMath.pow(ratio, -(double) c / last))
                                .toArray(),
                        n);
        };
    }

    /** The data with the dose of every split noted. */
    default PreparedData counted(PreparedData data) {
        var doses = ImmutableTable.<Mechanism, Split, Dose>builder();
        data.splits()
                .forEach((split, examples) -> doses.put(Mechanism.IMBALANCE, split, dose(examples, data.classNames())));
        return data.treated(
                data.splits(),
                new Treatment(doses.buildOrThrow(), data.treatment().ambiguities()));
    }

    /** The share of the minority class, or the smallest over the largest class: asked for, and what a split has. */
    private Dose dose(Examples split, ImmutableList<String> classNames) {
        int[] counts = new int[classNames.size()];
        for (int label : split.labels()) {
            counts[label]++;
        }
        double ratio = (double) Arrays.stream(counts).min().orElse(0)
                / Arrays.stream(counts).max().orElse(1);
        return switch (this) {
            case Minority(double share, String className, var _) ->
                new Dose(share, (double) counts[classNames.indexOf(className)] / split.count());
            case Linear(double asked, var _) -> new Dose(1 / asked, ratio);
            case Exponential(double asked, var _) -> new Dose(1 / asked, ratio);
        };
    }
}
