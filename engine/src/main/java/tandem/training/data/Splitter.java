package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tandem.training.random.RandomStream;

/**
 * Chooses the examples of each split.
 *
 * <p>By chance: every example of the source gets one draw, in source order, from the stream, those left out before included; those with the smallest draws make the test split, the next
 * ones validation, the next ones train (stratified: within each class). So counts are exact, a smaller train split is part of a larger one, and train's
 * size does not touch the other splits.
 *
 * <p>{@link SplitKind#LAST}: test is the last examples, validation the last before them; a train split smaller than the rest takes the
 * first. {@link SplitKind#COLUMN}: as assigned; a train split smaller than its column is chosen by chance.
 *
 * <p>Within each split examples keep source order.
 */
public final class Splitter {
    private final DataSet data;
    private final int n;

    private Splitter(DataSet data) {
        this.data = data;
        this.n = data.examples().count();
    }

    /**
     * Positions in the source of each split's examples, ascending; a split that does not exist is no key.
     *
     * @throws DataSettingException if the source cannot give these sizes
     */
    public static ImmutableMap<Split, int[]> split(
            DataSet data, SplitKind kind, SplitSizes sizes, RandomStream stream) {
        var splitter = new Splitter(data);
        if (sizes.isAllTrain() && kind != SplitKind.COLUMN) {
            return ImmutableMap.of(Split.TRAIN, IntStream.range(0, splitter.n).toArray());
        }
        return switch (kind) {
            case RANDOM -> inTurn(splitter.byDraw(stream), sizes.counts(splitter.n));
            case STRATIFIED -> splitter.stratified(sizes.counts(splitter.n), stream);
            case LAST -> splitter.last(sizes.counts(splitter.n));
            case COLUMN -> splitter.column(sizes, stream);
        };
    }

    /** Whether the stream matters. */
    public static boolean isByChance(SplitKind kind, SplitSizes sizes) {
        return switch (kind) {
            case RANDOM, STRATIFIED -> !sizes.isAllTrain();
            case LAST -> false;
            case COLUMN -> !(sizes.train() instanceof Size.Rest);
        };
    }

    /** All positions, by ascending draw. */
    private int[] byDraw(RandomStream stream) {
        var generator = stream.generator();
        int[] ids = data.examples().ids();
        double[] draws = new double[1 + IntStream.of(ids).max().orElse(0)];
        for (int id = 0; id < draws.length; id++) {
            draws[id] = generator.nextDouble();
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> draws[ids[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static ImmutableMap<Split, int[]> inTurn(int[] positions, SplitCounts counts) {
        int testEnd = counts.test();
        int validationEnd = testEnd + counts.validation();
        return existing(
                Arrays.copyOfRange(positions, validationEnd, validationEnd + counts.train()),
                Arrays.copyOfRange(positions, testEnd, validationEnd),
                Arrays.copyOfRange(positions, 0, testEnd));
    }

    private ImmutableMap<Split, int[]> last(SplitCounts counts) {
        int testStart = n - counts.test();
        int validationStart = testStart - counts.validation();
        int[] all = IntStream.range(0, n).toArray();
        return existing(
                Arrays.copyOfRange(all, 0, counts.train()),
                Arrays.copyOfRange(all, validationStart, testStart),
                Arrays.copyOfRange(all, testStart, n));
    }

    private ImmutableMap<Split, int[]> stratified(SplitCounts counts, RandomStream stream) {
        int[] sizes = data.classSizes();
        int[] test = Apportionment.byLargestRemainders(sizes, sizes, counts.test());
        int[] afterTest = minus(sizes, test);
        int[] validation = Apportionment.byLargestRemainders(sizes, afterTest, counts.validation());
        int[] afterValidation = minus(afterTest, validation);
        int[] train = Apportionment.oneByOne(sizes, afterValidation, counts.train());
        requireEveryClass(train, sizes, counts);
        int[] left = ranksFromTheEnd(byDraw(stream), sizes);
        return existing(
                between(left, minus(afterValidation, train), afterValidation),
                between(left, afterValidation, afterTest),
                between(left, afterTest, sizes));
    }

    /** For each example how many of its class have a larger draw. */
    private int[] ranksFromTheEnd(int[] byDraw, int[] sizes) {
        int[] left = sizes.clone();
        int[] ranks = new int[n];
        for (int position : byDraw) {
            ranks[position] = --left[data.examples().labels()[position]];
        }
        return ranks;
    }

    /** Positions whose rank lies in {@code [from, to)} of their class. */
    private int[] between(int[] ranks, int[] from, int[] to) {
        int[] labels = data.examples().labels();
        return IntStream.range(0, n)
                .filter(i -> ranks[i] >= from[labels[i]] && ranks[i] < to[labels[i]])
                .toArray();
    }

    private static int[] minus(int[] from, int[] taken) {
        int[] left = from.clone();
        for (int c = 0; c < left.length; c++) {
            left[c] -= taken[c];
        }
        return left;
    }

    private void requireEveryClass(int[] train, int[] sizes, SplitCounts counts) {
        for (int c = 0; c < sizes.length; c++) {
            if (train[c] == 0 && sizes[c] > 0) {
                throw new DataSettingException(
                        "train",
                        lenientFormat(
                                "class '%s' has %s of %s examples and would have none of the %s in train; make train"
                                        + " larger or choose another split",
                                data.classNames().get(c), sizes[c], n, counts.train()));
            }
        }
    }

    private ImmutableMap<Split, int[]> column(SplitSizes sizes, RandomStream stream) {
        checkArgument(!data.assignment().isEmpty(), "the source assigns no splits");
        if (sizes.validation().isPresent() || sizes.test().isPresent()) {
            throw new DataSettingException(
                    sizes.validation().isPresent() ? "validation" : "test",
                    "the column of the file says the size of this split; remove the key");
        }
        int[] assigned = assigned(Split.TRAIN);
        if (assigned.length == 0) {
            throw new DataSettingException("split_column", "no example is marked 'train'");
        }
        int wanted = sizes.train() instanceof Size.Rest
                ? assigned.length
                : new SplitSizes(sizes.train(), sizes.validation(), sizes.test())
                        .counts(n)
                        .train();
        if (wanted > assigned.length) {
            throw new DataSettingException(
                    "train",
                    lenientFormat(
                            "%s examples asked for, but the file marks %s as 'train'; choose at most that",
                            wanted, assigned.length));
        }
        int[] train = wanted == assigned.length ? assigned : smallestDraws(stream, wanted);
        return existing(train, assigned(Split.VALIDATION), assigned(Split.TEST));
    }

    private int[] smallestDraws(RandomStream stream, int wanted) {
        return Arrays.stream(byDraw(stream))
                .filter(i -> data.assignment().get(i) == Split.TRAIN)
                .limit(wanted)
                .toArray();
    }

    private int[] assigned(Split split) {
        return IntStream.range(0, n)
                .filter(i -> data.assignment().get(i) == split)
                .toArray();
    }

    private static ImmutableMap<Split, int[]> existing(int[] train, int[] validation, int[] test) {
        var splits = ImmutableMap.<Split, int[]>builder().put(Split.TRAIN, sorted(train));
        if (validation.length > 0) {
            splits.put(Split.VALIDATION, sorted(validation));
        }
        if (test.length > 0) {
            splits.put(Split.TEST, sorted(test));
        }
        return splits.build();
    }

    private static int[] sorted(int[] positions) {
        Arrays.sort(positions);
        return positions;
    }
}
