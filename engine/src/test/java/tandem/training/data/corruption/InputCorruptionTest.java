package tandem.training.data.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.training.data.Damage;
import tandem.training.data.DataSettingException;
import tandem.training.data.Dose;
import tandem.training.data.Examples;
import tandem.training.data.Mechanism;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;

/** Outliers, feature noise and shifts. */
class InputCorruptionTest {
    private static final ImmutableSet<Split> EVALUATED = ImmutableSet.of(Split.VALIDATION, Split.TEST);

    private final PreparedData clean = TestClouds.prepared();

    private PreparedData with(Corruption corruption) {
        return corruption.of(clean, TestClouds.STREAM);
    }

    private static int[] where(Examples examples, Damage damage) {
        return IntStream.range(0, examples.count())
                .filter(i -> examples.damage(i) == damage)
                .toArray();
    }

    private PreparedData labelOutliers(double share, int copies) {
        return with(TestCorruption.of(new Outliers.Label(share, copies, TestClouds.TRAIN)));
    }

    private PreparedData leverage(double share, double distance) {
        return with(TestCorruption.of(new Outliers.Leverage(share, distance, TestClouds.TRAIN)));
    }

    /** 0.05 x 203 = 10.15: ten groups of ten with 9:1. F3: the floor is H_b(0.9) = 0.325083 on their hundred examples. */
    @Test
    void aLabelOutlierSharesTheInputsOfNineOthers() {
        var data = labelOutliers(0.05, 10);
        var train = data.train();
        int[] outliers = where(train, Damage.INPUTS);
        assertThat(outliers).hasSize(10);
        assertThat(where(train, Damage.COPY)).hasSize(90);
        assertThat(train.labels()).isEqualTo(clean.train().labels());
        for (int outlier : outliers) {
            int[] equal = IntStream.range(0, train.count())
                    .filter(i -> Arrays.equals(row(train, i), row(train, outlier)))
                    .toArray();
            assertThat(equal).hasSize(10);
            for (int i : equal) {
                assertThat(train.cleanLabels()[i]).isEqualTo(train.cleanLabels()[outlier]);
                assertThat(train.labels()[i] == train.cleanLabels()[i]).isEqualTo(i != outlier);
            }
        }
        assertThat(data.treatment().doses().get(Mechanism.OUTLIERS, Split.TRAIN))
                .isEqualTo(new Dose(0.05, 10 / 203.0));
        double entropy = -0.9 * Math.log(0.9) - 0.1 * Math.log(0.1);
        var ambiguities = data.treatment().ambiguities();
        assertThat(ambiguities).containsKey(Split.TRAIN);
        ambiguities.forEach((split, ambiguity) -> {
            boolean corrupted = split == Split.TRAIN;
            assertThat(ambiguity.lossFloor()).isCloseTo(corrupted ? entropy * 100 / 203 : 0, within(1e-12));
            assertThat(ambiguity.accuracyCeiling()).isCloseTo(corrupted ? 193 / 203.0 : 1, within(1e-12));
        });
    }

    private static double[] row(Examples examples, int i) {
        int d = examples.featureCount();
        return Arrays.copyOfRange(examples.features(), i * d, (i + 1) * d);
    }

    @Test
    void outliersOfALowerShareAreAmongThoseOfAHigherOne() {
        assertThat(Ints.asList(where(labelOutliers(0.08, 5).train(), Damage.INPUTS)))
                .containsAll(Ints.asList(where(labelOutliers(0.03, 5).train(), Damage.INPUTS)));
        assertThat(Ints.asList(where(leverage(0.08, 5).train(), Damage.INPUTS)))
                .containsAll(Ints.asList(where(leverage(0.03, 9).train(), Damage.INPUTS)));
    }

    /** 203 examples have room for 20 groups of 10. */
    @Test
    void tooManyOutliersNameTheLargestShare() {
        assertThatThrownBy(() -> TestCorruption.of(new Outliers.Label(0.2, 10, TestClouds.TRAIN))
                        .check(clean.classNames(), 4, ImmutableMap.of(Split.TRAIN, 200, Split.TEST, 5)))
                .isInstanceOf(DataSettingException.class)
                .hasMessage(
                        "asks for 40 outliers among 200 examples, each in a group of 10 equal inputs; at most 20 can"
                                + " be had: choose a share of at most 0.1, or fewer copies");
        // 20 groups need nine free examples of one class each, of which 66 to 69 are there.
        assertThatThrownBy(() -> labelOutliers(0.33, 3)).hasMessageContaining("at most 6");
    }

    @Test
    void aLeveragePointLiesFarOnTheSideOfAnotherClass() {
        var train = leverage(0.05, 20).train();
        var means = new CleanData(clean).means();
        int[] outliers = where(train, Damage.INPUTS);
        assertThat(outliers).hasSize(10);
        for (int i : outliers) {
            int label = train.labels()[i];
            int rival = train.cleanLabels()[i];
            assertThat(label).isEqualTo(clean.train().labels()[i]).isNotEqualTo(rival);
            double squares = 0;
            double along = 0;
            for (int f = 0; f < 4; f++) {
                double moved = row(train, i)[f] - means.overall()[f];
                squares += moved * moved;
                along += moved * (means.of(rival)[f] - means.of(label)[f]);
            }
            assertThat(Math.sqrt(squares)).isCloseTo(20, within(1e-12));
            assertThat(along).isCloseTo(20 * means.distance(label, rival), within(1e-9));
        }
    }

    @Test
    void featureNoiseIsExactNestedAndProportional() {
        var one = with(TestCorruption.of(new FeatureNoise(0.3, 1, TestClouds.TRAIN)));
        var three = with(TestCorruption.of(new FeatureNoise(0.5, 3, TestClouds.TRAIN)));
        int[] few = TestClouds.changedRows(one.train(), clean.train());
        assertThat(few).hasSize(61);
        assertThat(TestClouds.changedRows(three.train(), clean.train()))
                .hasSize(102)
                .contains(few);
        for (int i : few) {
            double small = row(one.train(), i)[2] - row(clean.train(), i)[2];
            double large = row(three.train(), i)[2] - row(clean.train(), i)[2];
            assertThat(large).isCloseTo(3 * small, within(1e-12));
        }
        assertThat(TestClouds.examples(one, Split.TEST).features())
                .isEqualTo(TestClouds.examples(clean, Split.TEST).features());
        assertThat(one.train().hasChangedLabels()).isFalse();
    }

    private PreparedData shifted(Shift.Kind kind, double intensity) {
        return with(TestCorruption.of(new Shift(kind, intensity, Optional.empty(), EVALUATED)));
    }

    @Test
    void aShiftOfZeroMovesNothingAndTrainStaysInAnyCase() {
        for (var kind : Shift.Kind.values()) {
            var still = TestClouds.examples(shifted(kind, 0), Split.TEST);
            assertThat(still.features())
                    .usingComparatorWithPrecision(1e-12)
                    .containsExactly(TestClouds.examples(clean, Split.TEST).features());
            var moved = shifted(kind, 0.5);
            assertThat(moved.train().features()).isEqualTo(clean.train().features());
            assertThat(TestClouds.examples(moved, Split.VALIDATION).features())
                    .isNotEqualTo(TestClouds.examples(clean, Split.VALIDATION).features());
        }
    }

    /** By hand: 2 / sqrt 4 on each feature; distances from m times 1.5; by 90 degrees (a, b) becomes (-b, a). */
    @Test
    void shiftsAreWhatTheyAreDefinedAs() {
        double[] m = new CleanData(clean).means().overall();
        double[] x = row(TestClouds.examples(clean, Split.TEST), 3);
        double[] mean = row(TestClouds.examples(shifted(Shift.Kind.MEAN, 2), Split.TEST), 3);
        double[] scale = row(TestClouds.examples(shifted(Shift.Kind.SCALE, 0.5), Split.TEST), 3);
        double[] turned = row(TestClouds.examples(shifted(Shift.Kind.ROTATION, 90), Split.TEST), 3);
        for (int f = 0; f < 4; f++) {
            assertThat(mean[f]).isCloseTo(x[f] + 1, within(1e-12));
            assertThat(scale[f] - m[f]).isCloseTo(1.5 * (x[f] - m[f]), within(1e-12));
            int partner = f % 2 == 0 ? f + 1 : f - 1;
            double sign = f % 2 == 0 ? -1 : 1;
            assertThat(turned[f] - m[f]).isCloseTo(sign * (x[partner] - m[partner]), within(1e-12));
        }
    }

    @Test
    void aPriorShiftReplacesAnExactShareOfOtherClasses() {
        var before = TestClouds.examples(clean, Split.VALIDATION);
        long members = IntStream.of(before.labels()).filter(label -> label == 2).count();
        var shift = new Shift(Shift.Kind.PRIOR, 0.4, Optional.of("2"), EVALUATED);
        var data = with(TestCorruption.of(shift));
        var after = TestClouds.examples(data, Split.VALIDATION);
        long replaced = Math.round(0.4 * (97 - members));
        assertThat(IntStream.of(after.labels()).filter(label -> label == 2).count())
                .isEqualTo(members + replaced);
        assertThat(after.count()).isEqualTo(97);
        assertThat(data.treatment().doses().get(Mechanism.SHIFT, Split.VALIDATION))
                .isEqualTo(new Dose(0.4, (double) replaced / (97 - members)));
        var donors = IntStream.range(0, 97)
                .filter(i -> before.labels()[i] == 2)
                .mapToObj(i -> ImmutableList.copyOf(Doubles.asList(row(before, i))))
                .toList();
        for (int i : TestClouds.changedRows(before, after)) {
            assertThat(donors).contains(ImmutableList.copyOf(Doubles.asList(row(after, i))));
        }
    }

    /** Label noise must flip the same examples whatever else is done. */
    @Test
    void mechanismsDoNotMoveEachOthersChoices() {
        var noise = new LabelNoise.Symmetric(0.2, TestClouds.ALL);
        var alone = with(TestCorruption.of(noise));
        var together = with(new Corruption(
                Optional.empty(),
                Optional.of(new Shift(Shift.Kind.MEAN, 1, Optional.empty(), EVALUATED)),
                Optional.of(new FeatureNoise(0.5, 1, TestClouds.TRAIN)),
                Optional.empty(),
                Optional.of(noise)));
        assertThat(together.train().labels()).isEqualTo(alone.train().labels());
        assertThat(TestClouds.examples(together, Split.TEST).labels())
                .isEqualTo(TestClouds.examples(alone, Split.TEST).labels());
    }

    @Test
    void rotationOfOneFeatureIsRefused() {
        assertThatThrownBy(() -> TestCorruption.of(new Shift(Shift.Kind.ROTATION, 1, Optional.empty(), EVALUATED))
                        .check(clean.classNames(), 1, ImmutableMap.of(Split.TRAIN, 5)))
                .hasMessage("rotation needs two features or more and the data has one; choose another kind");
    }
}
