package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.training.random.RandomStream;

class SplitterTest {
    private static final RandomStream STREAM = new RandomStream(7);
    private static final Size REST = new Size.Rest();

    /** Examples 0, 1, ...: the feature is the position. */
    private static DataSet data(int... labels) {
        return new DataSet(
                ImmutableList.of("x"), ImmutableList.of("a", "b", "c"), examples(labels), ImmutableList.of());
    }

    private static Examples examples(int... labels) {
        return new Examples(
                1, IntStream.range(0, labels.length).asDoubleStream().toArray(), labels);
    }

    private static DataSet threeClasses() {
        return data(IntStream.range(0, 60).map(i -> i < 30 ? 0 : i < 50 ? 1 : 2).toArray());
    }

    private static SplitSizes sizes(Size train, int validation, int test) {
        return new SplitSizes(train, some(validation), some(test));
    }

    private static Optional<Size> some(int count) {
        return count == 0 ? Optional.empty() : Optional.of(new Size.Count(count));
    }

    private static int[] chosen(Map<Split, int[]> splits, Split split) {
        return splits.getOrDefault(split, new int[0]);
    }

    @Test
    void lastTakesTestFromTheEndAndValidationBeforeIt() {
        var splits = Splitter.split(data(0, 1, 2, 0, 1, 2, 0), SplitKind.LAST, sizes(REST, 2, 1), STREAM);
        assertThat(chosen(splits, Split.TRAIN)).containsExactly(0, 1, 2, 3);
        assertThat(chosen(splits, Split.VALIDATION)).containsExactly(4, 5);
        assertThat(chosen(splits, Split.TEST)).containsExactly(6);
    }

    @Test
    void lastThinsTrainToTheFirstExamples() {
        var splits = Splitter.split(data(0, 1, 2, 0, 1, 2, 0), SplitKind.LAST, sizes(new Size.Count(2), 2, 0), STREAM);
        assertThat(chosen(splits, Split.TRAIN)).containsExactly(0, 1);
        assertThat(chosen(splits, Split.VALIDATION)).containsExactly(5, 6);
        assertThat(splits).doesNotContainKey(Split.TEST);
    }

    @Test
    void randomGivesTheSmallestDrawsToTest() {
        var generator = STREAM.generator();
        double[] draws =
                IntStream.range(0, 60).mapToDouble(i -> generator.nextDouble()).toArray();
        int[] byDraw = IntStream.range(0, 60)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> draws[i]))
                .mapToInt(i -> i)
                .toArray();
        var splits = Splitter.split(threeClasses(), SplitKind.RANDOM, sizes(new Size.Count(20), 10, 5), STREAM);
        assertThat(chosen(splits, Split.TEST)).containsExactly(sorted(byDraw, 0, 5));
        assertThat(chosen(splits, Split.VALIDATION)).containsExactly(sorted(byDraw, 5, 15));
        assertThat(chosen(splits, Split.TRAIN)).containsExactly(sorted(byDraw, 15, 35));
    }

    private static int[] sorted(int[] values, int from, int to) {
        int[] part = Arrays.copyOfRange(values, from, to);
        Arrays.sort(part);
        return part;
    }

    @Test
    void sizesAreNestedAndLeaveTheEvaluationSplitsAlone() {
        for (SplitKind kind : new SplitKind[] {SplitKind.RANDOM, SplitKind.STRATIFIED, SplitKind.LAST}) {
            var whole = Splitter.split(threeClasses(), kind, sizes(REST, 11, 7), STREAM);
            assertThat(chosen(whole, Split.TRAIN)).hasSize(42);
            int[] larger = chosen(whole, Split.TRAIN);
            for (int size = 41; size >= 30; size--) {
                var splits = Splitter.split(threeClasses(), kind, sizes(new Size.Count(size), 11, 7), STREAM);
                assertThat(chosen(splits, Split.TRAIN)).hasSize(size);
                assertThat(larger).contains(chosen(splits, Split.TRAIN));
                assertThat(chosen(splits, Split.VALIDATION)).containsExactly(chosen(whole, Split.VALIDATION));
                assertThat(chosen(splits, Split.TEST)).containsExactly(chosen(whole, Split.TEST));
                larger = chosen(splits, Split.TRAIN);
            }
        }
    }

    @Test
    void everyExampleIsInOneSplitAtMost() {
        for (SplitKind kind : new SplitKind[] {SplitKind.RANDOM, SplitKind.STRATIFIED, SplitKind.LAST}) {
            var splits = Splitter.split(threeClasses(), kind, sizes(REST, 17, 19), STREAM);
            assertThat(splits.values().stream()
                            .flatMapToInt(Arrays::stream)
                            .sorted()
                            .toArray())
                    .containsExactly(IntStream.range(0, 60).toArray());
        }
    }

    /** Of classes of 30, 20, 10: test 7 has quotas 3.5, 2.33, 1.17; validation 11 has 5.5, 3.67, 1.83; train has what is left. */
    @Test
    void stratifiedSplitsHaveTheirSharesByLargestRemainders() {
        var splits = Splitter.split(threeClasses(), SplitKind.STRATIFIED, sizes(REST, 11, 7), STREAM);
        assertThat(classSizes(chosen(splits, Split.TEST))).containsExactly(4, 2, 1);
        assertThat(classSizes(chosen(splits, Split.VALIDATION))).containsExactly(5, 4, 2);
        assertThat(classSizes(chosen(splits, Split.TRAIN))).containsExactly(21, 14, 7);
    }

    private static int[] classSizes(int[] positions) {
        var sizes = new int[3];
        for (int label : threeClasses().examples().at(positions).labels()) {
            sizes[label]++;
        }
        return sizes;
    }

    /** 30 validation examples of the iris kind: ten of each class, whatever the stream. */
    @Test
    void anotherStreamChoosesOthersInTheSameNumbers() {
        var one = Splitter.split(threeClasses(), SplitKind.STRATIFIED, sizes(REST, 12, 0), STREAM);
        var other = Splitter.split(threeClasses(), SplitKind.STRATIFIED, sizes(REST, 12, 0), new RandomStream(8));
        assertThat(chosen(other, Split.VALIDATION)).isNotEqualTo(chosen(one, Split.VALIDATION));
        assertThat(classSizes(chosen(other, Split.VALIDATION))).containsExactly(6, 4, 2);
    }

    @Test
    void aStratifiedTrainSplitMustHaveEveryClass() {
        assertSettingProblem(
                data(0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
                SplitKind.STRATIFIED,
                sizes(new Size.Count(3), 1, 1),
                "data.train",
                "class 'c' has 1 of 10 examples and would have none of the 3 in train; make train larger or choose"
                        + " another split");
    }

    private static DataSet assigned(Split... splits) {
        return new DataSet(
                ImmutableList.of("x"),
                ImmutableList.of("a", "b"),
                examples(new int[splits.length]),
                ImmutableList.copyOf(splits));
    }

    @Test
    void columnFollowsTheAssignment() {
        var data = assigned(Split.TEST, Split.TRAIN, Split.VALIDATION, Split.TRAIN);
        var splits = Splitter.split(data, SplitKind.COLUMN, SplitSizes.ALL_TRAIN, STREAM);
        assertThat(chosen(splits, Split.TRAIN)).containsExactly(1, 3);
        assertThat(chosen(splits, Split.VALIDATION)).containsExactly(2);
        assertThat(chosen(splits, Split.TEST)).containsExactly(0);
    }

    @Test
    void columnThinsTrainByChance() {
        var marks = new Split[20];
        Arrays.fill(marks, Split.TRAIN);
        marks[0] = Split.TEST;
        int[] five = chosen(
                Splitter.split(assigned(marks), SplitKind.COLUMN, sizes(new Size.Share(0.25), 0, 0), STREAM),
                Split.TRAIN);
        int[] six = chosen(
                Splitter.split(assigned(marks), SplitKind.COLUMN, sizes(new Size.Share(0.3), 0, 0), STREAM),
                Split.TRAIN);
        assertThat(five).hasSize(5).doesNotContain(0).isNotEqualTo(new int[] {1, 2, 3, 4, 5});
        assertThat(six).hasSize(6).contains(five);
    }

    @Test
    void columnLeavesNoRoomForOtherSizes() {
        var data = assigned(Split.TRAIN, Split.TRAIN, Split.TEST);
        assertSettingProblem(
                data,
                SplitKind.COLUMN,
                sizes(REST, 0, 1),
                "data.test",
                "the column of the file says the size of this split; remove the key");
        assertSettingProblem(
                data,
                SplitKind.COLUMN,
                sizes(new Size.Count(3), 0, 0),
                "data.train",
                "3 examples asked for, but the file marks 2 as 'train'; choose at most that");
        assertSettingProblem(
                assigned(Split.TEST, Split.TEST),
                SplitKind.COLUMN,
                SplitSizes.ALL_TRAIN,
                "data.split_column",
                "no example is marked 'train'");
    }

    private static void assertSettingProblem(
            DataSet data, SplitKind kind, SplitSizes sizes, String path, String message) {
        assertThatThrownBy(() -> Splitter.split(data, kind, sizes, STREAM))
                .isInstanceOfSatisfying(
                        DataSettingException.class, e -> assertThat(e.path()).isEqualTo(path))
                .hasMessage(message);
    }

    @Test
    void chanceIsNotNeededWhereNothingIsChosen() {
        assertThat(Splitter.isByChance(SplitKind.STRATIFIED, SplitSizes.ALL_TRAIN))
                .isFalse();
        assertThat(Splitter.isByChance(SplitKind.LAST, sizes(new Size.Count(2), 3, 4)))
                .isFalse();
        assertThat(Splitter.isByChance(SplitKind.COLUMN, SplitSizes.ALL_TRAIN)).isFalse();
        assertThat(Splitter.isByChance(SplitKind.COLUMN, sizes(new Size.Count(2), 0, 0)))
                .isTrue();
        assertThat(Splitter.isByChance(SplitKind.RANDOM, sizes(REST, 1, 0))).isTrue();
        ImmutableMap<Split, int[]> all = Splitter.split(data(0, 1, 2), SplitKind.RANDOM, SplitSizes.ALL_TRAIN, STREAM);
        assertThat(chosen(all, Split.TRAIN)).containsExactly(0, 1, 2);
    }
}
