package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitSizesTest {
    private static final Size REST = new Size.Rest();

    private static SplitSizes sizes(Size train, Size validation, Size test) {
        return new SplitSizes(train, Optional.of(validation), Optional.of(test));
    }

    private static Size count(int examples) {
        return new Size.Count(examples);
    }

    private static Size share(double share) {
        return new Size.Share(share);
    }

    @Test
    void trainTakesTheRest() {
        assertThat(sizes(REST, count(447), count(450)).counts(1797)).isEqualTo(new SplitCounts(900, 447, 450));
    }

    @Test
    void anAbsentSplitDoesNotExist() {
        var counts = new SplitSizes(REST, Optional.of(share(0.2)), Optional.empty()).counts(150);
        assertThat(counts.bySplit())
                .containsExactly(java.util.Map.entry(Split.TRAIN, 120), java.util.Map.entry(Split.VALIDATION, 30));
    }

    /** 0.145 * 100 is 14.499999999999998 in binary; as written it is 14.5 and rounds up. */
    @Test
    void sharesAreRoundedHalfUpAsTheyAreWritten() {
        assertThat(sizes(count(1), share(0.145), share(0.144)).counts(100)).isEqualTo(new SplitCounts(1, 15, 14));
    }

    @Test
    void whatNoSplitTakesIsUnused() {
        assertThat(sizes(share(0.5), share(0.1), count(3)).counts(20)).isEqualTo(new SplitCounts(10, 2, 3));
    }

    @Test
    void aTrainSplitThatDoesNotFitNamesWhatWould() {
        assertProblem(
                sizes(count(901), count(447), count(450)),
                1797,
                "data.train",
                "901 examples cannot be had from 1797 examples; after validation (447) and test (450), train can have"
                        + " at most 900");
    }

    @Test
    void evaluationSplitsMustLeaveSomethingToTrainOn() {
        assertProblem(
                sizes(REST, count(6), count(4)),
                10,
                "data.validation",
                "validation (6) with test (4) leaves nothing of 10 examples to train on; choose smaller ones");
        assertProblem(
                new SplitSizes(REST, Optional.empty(), Optional.of(share(1))),
                10,
                "data.test",
                "test (10) leaves nothing of 10 examples to train on; choose smaller ones");
        assertProblem(
                sizes(REST, count(Integer.MAX_VALUE), count(Integer.MAX_VALUE)),
                10,
                "data.validation",
                "validation (2147483647) with test (2147483647) leaves nothing of 10 examples to train on; choose"
                        + " smaller ones");
    }

    @Test
    void aShareOfLessThanHalfAnExampleIsRefused() {
        assertProblem(
                sizes(REST, share(0.01), count(1)),
                10,
                "data.validation",
                "a share of 0.01 of 10 examples is less than half an example; choose a larger one");
    }

    @Test
    void onlyTrainTakesTheRest() {
        assertProblem(
                sizes(REST, REST, count(1)),
                10,
                "data.validation",
                "only train can take the rest; give a count or a share");
    }

    private static void assertProblem(SplitSizes sizes, int n, String path, String message) {
        assertThatThrownBy(() -> sizes.counts(n))
                .isInstanceOfSatisfying(
                        DataSettingException.class, e -> assertThat(e.path()).isEqualTo(path))
                .hasMessage(message);
    }
}
