package tandem.training.data.corruption;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tandem.training.data.Ambiguity;
import tandem.training.data.Dose;
import tandem.training.data.Examples;
import tandem.training.data.Mechanism;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;

class DuplicatesTest {
    private final PreparedData clean = TestClouds.prepared(200);

    private PreparedData duplicated(double share, double minority, double jitter) {
        var duplicates = new Duplicates(10, share, minority, jitter, TestClouds.ALL);
        return TestCorruption.of(duplicates).of(clean, TestClouds.STREAM);
    }

    /** Counts of each label, by features. */
    private static Map<List<Double>, int[]> groups(Examples examples) {
        Map<List<Double>, int[]> groups = new LinkedHashMap<>();
        int d = examples.featureCount();
        for (int i = 0; i < examples.count(); i++) {
            var row = Doubles.asList(Arrays.copyOfRange(examples.features(), i * d, (i + 1) * d));
            groups.computeIfAbsent(row, _ -> new int[3])[examples.labels()[i]]++;
        }
        return groups;
    }

    private static Ambiguity ambiguity(PreparedData data, Split split) {
        return requireNonNull(data.treatment().ambiguities().get(split));
    }

    /** 20 prototypes of 10 copies, half with 5:5 labels: floor ln 2 / 2 = 0.3466, ceiling 0.75 (science, 4.5). */
    @Test
    void halfOfTheGroupsFiveToFiveHaveTheFloorOfTheClosedForm() {
        var data = duplicated(0.5, 0.5, 0);
        var groups = groups(data.train());
        assertThat(groups).hasSize(20);
        assertThat(groups.values().stream()
                        .filter(counts -> Arrays.stream(counts).max().orElse(0) == 5))
                .hasSize(10);
        assertThat(groups.values()).allMatch(counts -> Arrays.stream(counts).sum() == 10);
        assertThat(ambiguity(data, Split.TRAIN).lossFloor()).isCloseTo(StrictMath.log(2) / 2, within(1e-12));
        assertThat(ambiguity(data, Split.TRAIN).accuracyCeiling()).isEqualTo(0.75);
        assertThat(data.treatment().doses().get(Mechanism.DUPLICATES, Split.TRAIN))
                .isEqualTo(new Dose(0.25, 0.25));
        assertThat(data.train().hasChangedLabels()).isFalse();
    }

    /** F3 with q = 0.9: 0.325083. */
    @Test
    void nineToOneInAllGroupsIsTheEntropyOfNineTenths() {
        var data = duplicated(1, 0.1, 0);
        assertThat(ambiguity(data, Split.TRAIN).lossFloor()).isCloseTo(0.3250829733914482, within(1e-12));
        assertThat(ambiguity(data, Split.TRAIN).accuracyCeiling()).isCloseTo(0.9, within(1e-15));
    }

    /** 97 validate in 9 groups and 7 examples left as they are; 50 test in 5 groups, all with prototypes of train. */
    @Test
    void splitsShareThePrototypesAndTheirLabels() {
        var data = duplicated(1, 0.3, 0);
        var train = groups(data.train());
        var test = groups(TestClouds.examples(data, Split.TEST));
        assertThat(test).hasSize(5);
        test.forEach((row, counts) -> assertThat(train.get(row)).isEqualTo(counts));
        var validation = groups(TestClouds.examples(data, Split.VALIDATION));
        assertThat(validation).hasSize(9 + 7);
        assertThat(data.treatment().doses().get(Mechanism.DUPLICATES, Split.VALIDATION))
                .isEqualTo(new Dose(0.3, 27 / 97.0));
    }

    @Test
    void ambiguousGroupsAreNestedAcrossShares() {
        var few = groups(duplicated(0.2, 0.5, 0).train());
        var many = groups(duplicated(0.6, 0.5, 0).train());
        assertThat(many.keySet()).isEqualTo(few.keySet());
        few.forEach((row, counts) -> {
            if (Arrays.stream(counts).max().orElse(0) == 5) {
                assertThat(many.get(row)).isEqualTo(counts);
            }
        });
    }

    @Test
    void jitterMovesEveryCopyInProportionAndKeepsTheFloor() {
        var exact = duplicated(0.5, 0.5, 0);
        var near = duplicated(0.5, 0.5, 0.1);
        var further = duplicated(0.5, 0.5, 0.2);
        assertThat(groups(near.train())).hasSize(200);
        assertThat(near.train().labels()).isEqualTo(exact.train().labels());
        for (int at = 0; at < 800; at++) {
            double small = near.train().features()[at] - exact.train().features()[at];
            double large = further.train().features()[at] - exact.train().features()[at];
            assertThat(large).isCloseTo(2 * small, within(1e-12));
        }
        assertThat(near.treatment().ambiguities()).isEqualTo(exact.treatment().ambiguities());
    }

    @Test
    void copiesThatDoNotFitNameTheLargestOrSmallestNumber() {
        var tooMany = TestCorruption.of(new Duplicates(60, 1, 0.5, 0, TestClouds.ALL));
        assertThatThrownBy(
                        () -> tooMany.check(clean.classNames(), 4, ImmutableMap.of(Split.TRAIN, 200, Split.TEST, 50)))
                .hasMessage("are more than the 50 examples of a split; write at most 50");
        var tooFew = TestCorruption.of(new Duplicates(2, 1, 0.5, 0, TestClouds.ALL));
        assertThatThrownBy(() -> tooFew.check(clean.classNames(), 4, ImmutableMap.of(Split.TRAIN, 20, Split.TEST, 100)))
                .hasMessage(
                        "make 50 groups in a split, each of a prototype of its own, and train has 20 examples; write at"
                                + " least 5");
    }
}
