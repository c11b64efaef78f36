package tandem.training.data;

import static com.google.common.base.Strings.lenientFormat;

import java.util.Optional;

/** How large the splits are asked to be. A split without a size does not exist; train always does. */
public record SplitSizes(Size train, Optional<Size> validation, Optional<Size> test) {

    /** All examples train. */
    public static final SplitSizes ALL_TRAIN = new SplitSizes(new Size.Rest(), Optional.empty(), Optional.empty());

    /** Whether every example trains, so that nothing is chosen. */
    public boolean isAllTrain() {
        return train instanceof Size.Rest && validation.isEmpty() && test.isEmpty();
    }

    /**
     * The sizes in examples, for a source of {@code n}. What no split takes stays unused.
     *
     * @throws DataSettingException if they do not fit
     */
    public SplitCounts counts(int n) {
        int testCount = test.isPresent() ? count("test", test.get(), n) : 0;
        int validationCount = validation.isPresent() ? count("validation", validation.get(), n) : 0;
        long evaluated = (long) testCount + validationCount;
        if (evaluated >= n) {
            throw new DataSettingException(
                    validationCount >= testCount ? "validation" : "test",
                    lenientFormat(
                            "%s leaves nothing of %s to train on; choose smaller ones",
                            sizesText(validationCount, testCount), examples(n)));
        }
        int left = (int) (n - evaluated);
        int trainCount = train instanceof Size.Rest ? left : count("train", train, n);
        if (trainCount > left) {
            throw new DataSettingException(
                    "train",
                    lenientFormat(
                            "%s cannot be had from %s; after validation (%s) and test (%s), train can have at most %s",
                            examples(trainCount), examples(n), validationCount, testCount, left));
        }
        return new SplitCounts(trainCount, validationCount, testCount);
    }

    private static int count(String setting, Size size, int n) {
        return switch (size) {
            case Size.Count(int examples) -> examples;
            case Size.Share(double share) -> {
                int rounded = ExactCount.of(share, n);
                if (rounded == 0) {
                    throw new DataSettingException(
                            setting,
                            lenientFormat(
                                    "a share of %s of %s is less than half an example; choose a larger one",
                                    share, examples(n)));
                }
                yield rounded;
            }
            case Size.Rest() ->
                throw new DataSettingException(setting, "only train can take the rest; give a count or a share");
        };
    }

    private static String sizesText(int validationCount, int testCount) {
        if (testCount == 0) {
            return lenientFormat("validation (%s)", validationCount);
        }
        return validationCount == 0
                ? lenientFormat("test (%s)", testCount)
                : lenientFormat("validation (%s) with test (%s)", validationCount, testCount);
    }

    private static String examples(int count) {
        return count == 1 ? "1 example" : count + " examples";
    }
}
