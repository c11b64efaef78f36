package tandem.training.data.corruption;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.data.Damage;
import tandem.training.data.DataSet;
import tandem.training.data.Examples;
import tandem.training.data.GaussianClasses;
import tandem.training.data.Imbalance;
import tandem.training.data.Mechanism;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.random.RandomStream;

/** Every mechanism at every dose: the realised count is the rounded one, and what a smaller dose changes a larger one changes too. */
final class DosesTest {
    private static final double[] RATES = {0, 0.01, 0.05, 0.1, 0.125, 0.3, 0.5, 0.77, 1};
    private static final PreparedData CLEAN = TestClouds.prepared();

    /** What a mechanism changed of an example: its label where that is what it does. */
    interface Changes {
        Map<Integer, Integer> of(Examples before, Examples after);
    }

    private static Map<Integer, Integer> labels(Examples before, Examples after) {
        return collected(IntStream.of(TestClouds.differences(before.labels(), after.labels())), after);
    }

    private static Map<Integer, Integer> features(Examples before, Examples after) {
        return collected(IntStream.of(TestClouds.changedRows(before, after)), after);
    }

    private static Map<Integer, Integer> outliers(Examples after) {
        return collected(IntStream.range(0, after.count()).filter(i -> after.damage(i) == Damage.INPUTS), after);
    }

    private static Map<Integer, Integer> minorityCopies(Examples after) {
        // The exact copies without a minority are the same examples under labels of their groups.
        var even = TestCorruption.of(new Duplicates(10, 1, 0, 0, TestClouds.ALL))
                .of(CLEAN, TestClouds.STREAM)
                .train();
        return collected(IntStream.of(TestClouds.differences(even.labels(), after.labels())), after);
    }

    private static Map<Integer, Integer> collected(IntStream examples, Examples after) {
        Map<Integer, Integer> labels = new LinkedHashMap<>();
        examples.forEach(i -> labels.put(i, after.labels()[i]));
        return labels;
    }

    static Stream<Arguments> mechanisms() {
        int n = CLEAN.train().count();
        return Stream.of(
                mechanism("symmetric", r -> noise(new LabelNoise.Symmetric(r, TestClouds.TRAIN)), DosesTest::labels, n),
                mechanism(
                        "pair",
                        r -> noise(new LabelNoise.Pair(r, ImmutableMap.of(), TestClouds.TRAIN)),
                        DosesTest::labels,
                        n),
                mechanism(
                        "instance", r -> noise(new LabelNoise.NearBoundary(r, TestClouds.TRAIN)), DosesTest::labels, n),
                mechanism(
                        "pair of one class",
                        r -> noise(new LabelNoise.Pair(r, ImmutableMap.of("1", "2"), TestClouds.TRAIN)),
                        DosesTest::labels,
                        members(1)),
                mechanism("matrix", r -> noise(matrix(r)), DosesTest::labels, members(0)),
                mechanism(
                        "feature noise",
                        r -> TestCorruption.of(new FeatureNoise(r, 2, TestClouds.TRAIN)),
                        DosesTest::features,
                        n),
                mechanism(
                        "leverage",
                        r -> TestCorruption.of(new Outliers.Leverage(r, 9, TestClouds.TRAIN)),
                        (_, after) -> outliers(after),
                        n),
                mechanism(
                        "prior shift",
                        r -> TestCorruption.of(new Shift(Shift.Kind.PRIOR, r, Optional.of("2"), TestClouds.TRAIN)),
                        DosesTest::labels,
                        n - members(2)));
    }

    private static Arguments mechanism(String name, DoubleFunction<Corruption> dose, Changes changes, int of) {
        return Arguments.of(name, dose, changes, of);
    }

    private static Corruption noise(LabelNoise noise) {
        return TestCorruption.of(noise);
    }

    /** Of class 0 the share r is labelled otherwise, two to one. */
    private static LabelNoise matrix(double r) {
        return new LabelNoise.Matrix(
                ImmutableList.of(
                        ImmutableDoubleArray.of(1 - r, r * 2 / 3, r / 3),
                        ImmutableDoubleArray.of(0, 1, 0),
                        ImmutableDoubleArray.of(0, 0, 1)),
                TestClouds.TRAIN);
    }

    private static int members(int label) {
        return (int)
                IntStream.of(CLEAN.train().labels()).filter(l -> l == label).count();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mechanisms")
    void countsAreRoundedAndNested(String name, DoubleFunction<Corruption> dose, Changes changes, int of) {
        Map<Integer, Integer> before = Map.of();
        for (double rate : RATES) {
            var data = dose.apply(rate).of(CLEAN, TestClouds.STREAM);
            var changed = changes.of(CLEAN.train(), data.train());
            int count = (int) Math.floor(rate * of + 0.5);
            assertThat(changed).as("%s at %s", name, rate).hasSize(count);
            if (!name.equals("matrix")) {
                // Of a matrix, the shares of the new labels round anew.
                assertThat(changed).as("%s at %s", name, rate).containsAllEntriesOf(before);
            }
            assertThat(changed.keySet()).as("%s at %s", name, rate).containsAll(before.keySet());
            double base = name.equals("prior shift") ? of : CLEAN.train().count();
            assertThat(requireNonNull(data.treatment()
                                    .doses()
                                    .row(mechanism(name))
                                    .get(Split.TRAIN))
                            .realised())
                    .isEqualTo(count / base);
            before = changed;
        }
    }

    private static Mechanism mechanism(String name) {
        return switch (name) {
            case "feature noise" -> Mechanism.FEATURE_NOISE;
            case "leverage" -> Mechanism.OUTLIERS;
            case "prior shift" -> Mechanism.SHIFT;
            default -> Mechanism.LABEL_NOISE;
        };
    }

    /** Groups of three have room for about 203 / 3 outliers; a group takes its two others from one class. */
    @Test
    void outliersAmongEqualInputsAreRoundedAndNested() {
        Map<Integer, Integer> before = Map.of();
        for (double share : new double[] {0, 0.01, 0.05, 0.1, 0.2, 0.3}) {
            var corruption = TestCorruption.of(new Outliers.Label(share, 3, TestClouds.TRAIN));
            var train = corruption.of(CLEAN, TestClouds.STREAM).train();
            var changed = outliers(train);
            assertThat(changed).hasSize((int) Math.floor(share * 203 + 0.5)).containsAllEntriesOf(before);
            long copies = IntStream.range(0, 203)
                    .filter(i -> train.damage(i) == Damage.COPY)
                    .count();
            assertThat(copies).isEqualTo(2L * changed.size());
            before = changed;
        }
    }

    /** 20 groups of ten: round(0.3 x 20) of them get a minority of round(share x 10) each. */
    @Test
    void ambiguousCopiesAreRoundedAndNestedInBothShares() {
        for (double groups : new double[] {0.1, 0.3, 0.75, 1}) {
            Map<Integer, Integer> before = Map.of();
            for (double share : new double[] {0, 0.1, 0.2, 0.3, 0.5}) {
                var duplicates = new Duplicates(10, groups, share, 0, TestClouds.ALL);
                var data = TestCorruption.of(duplicates).of(CLEAN, TestClouds.STREAM);
                var changed = minorityCopies(data.train());
                assertThat(changed)
                        .as("%s of the groups, %s", groups, share)
                        .hasSize((int) Math.round(groups * 20) * (int) Math.round(share * 10))
                        .containsAllEntriesOf(before);
                before = changed;
            }
        }
        var half = minorityCopies(TestCorruption.of(new Duplicates(10, 0.5, 0.2, 0, TestClouds.ALL))
                .of(CLEAN, TestClouds.STREAM)
                .train());
        var all = minorityCopies(TestCorruption.of(new Duplicates(10, 1, 0.2, 0, TestClouds.ALL))
                .of(CLEAN, TestClouds.STREAM)
                .train());
        assertThat(all).containsAllEntriesOf(half);
    }

    private static List<Integer> chosen(DataSet data, int label) {
        var examples = data.examples();
        return IntStream.range(0, examples.count())
                .filter(i -> examples.labels()[i] == label)
                .mapToObj(i -> examples.ids()[i])
                .toList();
    }

    /** Of 100 examples, ratio by ratio: every class that shrinks loses examples and gains none; one that grows the other way round. */
    @Test
    void classesThatShrinkAreNested() {
        var source = new GaussianClasses(3, 4, 2).draw(400, new RandomStream(5));
        var stream = new RandomStream(6);
        for (boolean isLinear : new boolean[] {true, false}) {
            DataSet before = null;
            for (double ratio : new double[] {1, 1.5, 2, 5, 20}) {
                Imbalance imbalance = isLinear
                        ? new Imbalance.Linear(ratio, OptionalInt.of(100))
                        : new Imbalance.Exponential(ratio, OptionalInt.of(100));
                var now = imbalance.of(source, stream);
                for (int c = 0; c < 3 && before != null; c++) {
                    boolean shrinks = chosen(now, c).size() <= chosen(before, c).size();
                    var fewer = shrinks ? now : before;
                    var more = shrinks ? before : now;
                    assertThat(chosen(more, c)).containsAll(chosen(fewer, c));
                }
                assertThat(now.examples().count()).isEqualTo(100);
                before = now;
            }
        }
        for (double share : new double[] {0.01, 0.05, 0.1, 0.5}) {
            var data = new Imbalance.Minority(share, "2", OptionalInt.of(100)).of(source, stream);
            assertThat(data.classSizes()[2]).isEqualTo((int) Math.round(100 * share));
        }
    }
}
