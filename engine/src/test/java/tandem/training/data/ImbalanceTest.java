package tandem.training.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.training.random.RandomStream;

class ImbalanceTest {
    private static final RandomStream STREAM = new RandomStream(3);

    /** 100 of a, 100 of b and 50 of c, mixed; the feature is the position. */
    private static DataSet source() {
        int[] labels =
                IntStream.range(0, 250).map(i -> i % 5 == 4 ? 2 : i % 5 / 2).toArray();
        double[] features = IntStream.range(0, 250).asDoubleStream().toArray();
        return new DataSet(
                ImmutableList.of("x"),
                ImmutableList.of("a", "b", "c"),
                new Examples(1, features, labels),
                ImmutableList.of());
    }

    private static DataSet chosen(Imbalance imbalance) {
        return imbalance.of(source(), STREAM);
    }

    private static Imbalance minority(double share, int examples) {
        return new Imbalance.Minority(share, "b", examples == 0 ? OptionalInt.empty() : OptionalInt.of(examples));
    }

    /** 0.1 x 120 = 12 of b; the other 108 as 100 : 50, that is 72 and 36. */
    @Test
    void theMinorityHasItsShareAndTheOthersTheirProportions() {
        assertThat(chosen(minority(0.1, 120)).classSizes()).containsExactly(72, 12, 36);
        assertThat(chosen(minority(0.01, 120)).classSizes()).containsExactly(79, 1, 40);
    }

    /** 150 others are there, and a tenth of 167 is 17: 150 and 17. Of 168 it would be 17 again, with 151 others. */
    @Test
    void withoutANumberAsManyAreChosenAsThereAre() {
        assertThat(chosen(minority(0.1, 0)).classSizes()).containsExactly(100, 17, 50);
    }

    /** By hand, K = 3, ratio 4: linear 1, 0.625, 0.25; exponential 1, 0.5, 0.25. Of 152 each third is 50.67, rounded. */
    @Test
    void sizesFallFromTheFirstClassToTheLast() {
        assertThat(chosen(new Imbalance.Linear(4, OptionalInt.of(75))).classSizes())
                .containsExactly(40, 25, 10);
        assertThat(chosen(new Imbalance.Exponential(4, OptionalInt.of(70))).classSizes())
                .containsExactly(40, 20, 10);
        assertThat(chosen(new Imbalance.Linear(1, OptionalInt.empty())).classSizes())
                .containsExactly(51, 51, 50);
    }

    @Test
    void aSmallerClassIsPartOfALargerOne() {
        var few = chosen(minority(0.05, 100)).examples();
        var many = chosen(minority(0.3, 100)).examples();
        var fewIds = IntStream.range(0, 100).filter(i -> few.labels()[i] == 1).map(i -> few.ids()[i]);
        assertThat(Ints.asList(many.ids())).containsAll(fewIds.boxed().toList());
        assertThat(few.ids()).isSorted().doesNotHaveDuplicates();
        assertThat(few.features())
                .containsExactly(IntStream.of(few.ids()).asDoubleStream().toArray());
    }

    /** Which split an example goes to depends on its own draw, not on which others were left out. */
    @Test
    void examplesThatStayKeepTheirDrawsOfTheSplit() {
        var sizes = new SplitSizes(new Size.Rest(), Optional.of(new Size.Share(0.5)), Optional.empty());
        var all = Splitter.split(source(), SplitKind.RANDOM, sizes, STREAM);
        var reduced = chosen(minority(0.3, 0));
        var some = Splitter.split(reduced, SplitKind.RANDOM, sizes, STREAM);
        var validated = IntStream.of(requireNonNull(some.get(Split.VALIDATION)))
                .map(i -> reduced.examples().ids()[i])
                .boxed()
                .toList();
        var before = Ints.asList(requireNonNull(all.get(Split.VALIDATION)));
        long kept = validated.stream().filter(before::contains).count();
        assertThat(kept).isGreaterThan((long) (0.9 * validated.size()));
    }

    @Test
    void anInfeasibleNumberNamesTheLargest() {
        assertThatThrownBy(() -> chosen(minority(0.8, 200)))
                .isInstanceOf(DataSettingException.class)
                .hasMessage(
                        "200 examples with these shares need 160 of class 'b' and the source has 100; at most 125 can"
                                + " be had")
                .extracting(e -> ((DataSettingException) e).path())
                .isEqualTo("data.imbalance.examples");
        assertThatThrownBy(() -> chosen(new Imbalance.Minority(0.1, "d", OptionalInt.empty())))
                .hasMessage("is 'd', which is no class; the data's classes are [a, b, c]");
    }

    /**
     * By hand, weights 1, 1 / sqrt 3 and 1 / 3, whose sum is 1.91068: of 31 the quotas are 16.22, 9.37 and 5.41, rounded to 16, 9 and 6; of 30 they are
     * 15.70, 9.07 and 5.23 (16, 9, 5), of 32 16.75, 9.67 and 5.58 (17, 10, 5), of 34 17.79, 10.27 and 5.93 (18, 10, 6), of 33 17.27, 9.97 and 5.76.
     */
    @Test
    void aNumberThatRoundingForbidsIsRefusedThoughALargerOneCanBeHad() {
        int[] labels = IntStream.range(0, 45).map(i -> i / 20).toArray();
        var source = new DataSet(
                ImmutableList.of("x"),
                ImmutableList.of("a", "b", "c"),
                new Examples(1, new double[45], labels),
                ImmutableList.of());
        assertThatThrownBy(() -> new Imbalance.Exponential(3, OptionalInt.of(31)).of(source, STREAM))
                .hasMessage("31 examples with these shares need 6 of class 'c' and the source has 5; 30, and again 32,"
                        + " can be had");
        assertThat(new Imbalance.Exponential(3, OptionalInt.of(32))
                        .of(source, STREAM)
                        .classSizes())
                .containsExactly(17, 10, 5);
        assertThat(new Imbalance.Exponential(3, OptionalInt.empty())
                        .of(source, STREAM)
                        .classSizes())
                .containsExactly(17, 10, 5);
    }

    @Test
    void theDoseIsCountedInEverySplit() {
        var data = new Preparation(SplitKind.STRATIFIED, SplitSizes.ALL_TRAIN, Standardize.NONE)
                .of(chosen(minority(0.1, 121)), STREAM);
        assertThat(minority(0.1, 121).counted(data).treatment().doses().get(Mechanism.IMBALANCE, Split.TRAIN))
                .isEqualTo(new Dose(0.1, 12 / 121.0));
    }
}
