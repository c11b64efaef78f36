package tandem.training.data.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.Ints;
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
import tandem.training.random.RandomStream;

class LabelNoiseTest {
    private final PreparedData clean = TestClouds.prepared();

    private static PreparedData with(LabelNoise noise, PreparedData data) {
        return TestCorruption.of(noise).of(data, TestClouds.STREAM);
    }

    private Examples train(LabelNoise noise) {
        return with(noise, clean).train();
    }

    private static int[] flipped(Examples examples) {
        return TestClouds.differences(examples.labels(), examples.cleanLabels());
    }

    private static LabelNoise symmetric(double rate) {
        return new LabelNoise.Symmetric(rate, TestClouds.ALL);
    }

    private static LabelNoise nextClass(double rate) {
        return new LabelNoise.Pair(rate, ImmutableMap.of(), TestClouds.ALL);
    }

    private static LabelNoise nearBoundary(double rate) {
        return new LabelNoise.NearBoundary(rate, TestClouds.ALL);
    }

    private static LabelNoise matrix(double[]... rows) {
        var list = ImmutableList.<ImmutableDoubleArray>builder();
        for (double[] row : rows) {
            list.add(ImmutableDoubleArray.copyOf(row));
        }
        return new LabelNoise.Matrix(list.build(), TestClouds.ALL);
    }

    /** 0.2 x 203 = 40.6, 0.2 x 97 = 19.4, 0.2 x 50 = 10; half of 203 is 101.5, which is rounded up. */
    @Test
    void countsAreTheRoundedShares() {
        for (var kind : ImmutableList.of(symmetric(0.2), nextClass(0.2), nearBoundary(0.2))) {
            var noisy = with(kind, clean);
            assertThat(flipped(noisy.train())).as("%s", kind).hasSize(41);
            assertThat(flipped(TestClouds.examples(noisy, Split.VALIDATION))).hasSize(19);
            assertThat(flipped(TestClouds.examples(noisy, Split.TEST))).hasSize(10);
            assertThat(noisy.treatment().doses().get(Mechanism.LABEL_NOISE, Split.TRAIN))
                    .isEqualTo(new Dose(0.2, 41 / 203.0));
        }
        assertThat(flipped(train(symmetric(0.5)))).hasSize(102);
        assertThat(flipped(train(symmetric(1)))).hasSize(203);
    }

    @Test
    void aRateOfZeroChangesNothing() {
        var noisy = with(symmetric(0), clean);
        assertThat(noisy.train().labels()).isEqualTo(clean.train().labels());
        assertThat(noisy.train().hasChangedLabels()).isFalse();
        assertThat(noisy.train().features()).isEqualTo(clean.train().features());
    }

    @Test
    void theCleanLabelsStay() {
        assertThat(train(symmetric(0.4)).cleanLabels()).isEqualTo(clean.train().labels());
    }

    @Test
    void higherRatesKeepTheFlipsOfLowerOnes() {
        for (int kind = 0; kind < 3; kind++) {
            double[] rates = {0.05, 0.1, 0.3, 0.7, 1};
            for (int i = 1; i < rates.length; i++) {
                var low = train(kind(kind, rates[i - 1]));
                var high = train(kind(kind, rates[i]));
                assertThat(Ints.asList(flipped(high))).containsAll(Ints.asList(flipped(low)));
                for (int example : flipped(low)) {
                    assertThat(high.labels()[example]).isEqualTo(low.labels()[example]);
                }
            }
        }
    }

    private static LabelNoise kind(int kind, double rate) {
        return kind == 0 ? symmetric(rate) : kind == 1 ? nextClass(rate) : nearBoundary(rate);
    }

    /** The examples that a smaller train split shares with a larger one are flipped by the same draws. */
    @Test
    void theDrawsOfAnExampleDoNotDependOnTheSizeOfItsSplit() {
        var small = with(symmetric(0.3), TestClouds.prepared(100)).train();
        var large = with(symmetric(0.3), clean).train();
        int same = 0;
        for (int i : flipped(small)) {
            int at = Ints.indexOf(large.ids(), small.ids()[i]);
            same += large.labels()[at] == small.labels()[i] ? 1 : 0;
        }
        // 30 of 100 and 61 of 203 smallest draws: all but those near the cut.
        assertThat(same).isGreaterThanOrEqualTo(24);
        assertThat(TestClouds.examples(with(symmetric(0.3), TestClouds.prepared(100)), Split.VALIDATION)
                        .labels())
                .isEqualTo(TestClouds.examples(with(symmetric(0.3), clean), Split.VALIDATION)
                        .labels());
    }

    @Test
    void splitsThatAreNotNamedStayClean() {
        var noisy = with(new LabelNoise.Symmetric(0.5, TestClouds.TRAIN), clean);
        assertThat(TestClouds.examples(noisy, Split.TEST).hasChangedLabels()).isFalse();
        assertThat(noisy.treatment().doses().contains(Mechanism.LABEL_NOISE, Split.TEST))
                .isFalse();
        assertThat(noisy.train().labels()).isEqualTo(train(symmetric(0.5)).labels());
    }

    @Test
    void anotherStreamFlipsOthers() {
        var other = TestCorruption.of(symmetric(0.3)).of(clean, new RandomStream(12));
        assertThat(flipped(other.train())).isNotEqualTo(flipped(train(symmetric(0.3))));
    }

    /** Of 203 flips about half go to either other class; 99.99 % of fair coins lie in 73..130. */
    @Test
    void symmetricNoiseReachesAllOtherClassesAlike() {
        var noisy = train(symmetric(1));
        long up = IntStream.range(0, noisy.count())
                .filter(i -> (noisy.labels()[i] + 2) % 3 == noisy.cleanLabels()[i])
                .count();
        assertThat(up).isBetween(73L, 130L);
    }

    @Test
    void pairNoiseGoesToTheNextClassAndFromTheLastToTheFirst() {
        var noisy = train(nextClass(1));
        for (int i = 0; i < noisy.count(); i++) {
            assertThat(noisy.labels()[i]).isEqualTo((noisy.cleanLabels()[i] + 1) % 3);
        }
    }

    /** 0.2 x 91 / 91 is 0.19999999999999998 in binary. */
    @Test
    void theDoseAskedOfPairNoiseIsTheRateWhereAllClassesAreMapped() {
        for (int train : new int[] {91, 150, 199, 203}) {
            assertThat(with(nextClass(0.2), TestClouds.prepared(train))
                            .treatment()
                            .doses()
                            .get(Mechanism.LABEL_NOISE, Split.TRAIN))
                    .extracting(Dose::asked)
                    .isEqualTo(0.2);
        }
    }

    @Test
    void aMapLeavesOtherClassesAlone() {
        var noisy = with(new LabelNoise.Pair(0.5, ImmutableMap.of("2", "0"), TestClouds.ALL), clean)
                .train();
        int members = Ints.asList(clean.train().labels()).stream()
                .mapToInt(l -> l == 2 ? 1 : 0)
                .sum();
        assertThat(flipped(noisy)).hasSize((members + 1) / 2);
        for (int i : flipped(noisy)) {
            assertThat(noisy.cleanLabels()[i]).isEqualTo(2);
            assertThat(noisy.labels()[i]).isZero();
            assertThat(noisy.damage(i)).isEqualTo(Damage.LABEL);
        }
    }

    @Test
    void aMatrixGivesEachClassItsExactCounts() {
        var noisy = train(matrix(new double[] {0.5, 0.3, 0.2}, new double[] {0, 1, 0}, new double[] {0.1, 0.1, 0.8}));
        int[][] counts = new int[3][3];
        for (int i = 0; i < noisy.count(); i++) {
            counts[noisy.cleanLabels()[i]][noisy.labels()[i]]++;
        }
        int[] sizes =
                IntStream.range(0, 3).map(c -> IntStream.of(counts[c]).sum()).toArray();
        assertThat(counts[1]).containsExactly(0, sizes[1], 0);
        int flips = (int) Math.floor(0.5 * sizes[0] + 0.5);
        assertThat(sizes[0] - counts[0][0]).isEqualTo(flips);
        assertThat((double) counts[0][1]).isCloseTo(0.6 * flips, within(0.5));
        assertThat(counts[2][0] + counts[2][1]).isEqualTo((int) Math.floor(0.2 * sizes[2] + 0.5));
        assertThat(Math.abs(counts[2][0] - counts[2][1])).isLessThanOrEqualTo(1);
    }

    /** A tenth of 15 is 1.5, rounded up; 1 - 0.9 is 0.09999999999999998 in binary, and 15 times that would be rounded down. */
    @Test
    void aMatrixRoundsInDecimal() {
        int[] labels = IntStream.range(0, 30).map(i -> i / 15).toArray();
        var data = new PreparedData(
                ImmutableList.of("a", "b"), ImmutableMap.of(Split.TRAIN, new Examples(1, new double[30], labels)));
        var noisy = with(matrix(new double[] {0.9, 0.1}, new double[] {0, 1}), data);
        assertThat(flipped(noisy.train())).hasSize(2);
    }

    /** Three quarters of the others become copies of class 2 before labels are flipped: a flip must leave the class that an example has now. */
    @Test
    void instanceNoiseFlipsTheLabelsThatAPriorShiftLeft() {
        var shift = new Shift(Shift.Kind.PRIOR, 0.75, Optional.of("2"), TestClouds.ALL);
        var noisy = new Corruption(
                        Optional.empty(),
                        Optional.of(shift),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(nearBoundary(0.5)))
                .of(clean, TestClouds.STREAM);
        assertThat(flipped(TestClouds.examples(noisy, Split.TEST))).hasSize(25);
    }

    /** Weights exp(-(m/s)^2): the mean margin of the flipped must be well below that of the others. */
    @Test
    void instanceNoiseFlipsNearTheBoundaryToTheClassBeyondIt() {
        var noisy = train(nearBoundary(0.2));
        var data = new CleanData(clean);
        var means = data.means();
        var boundary = new Boundary(data);
        double near = 0;
        double all = 0;
        for (int i = 0; i < noisy.count(); i++) {
            int label = noisy.cleanLabels()[i];
            int rival = boundary.rival(noisy.features(), i, label);
            double margin = means.margin(noisy.features(), i, label, rival);
            all += margin / noisy.count();
            if (noisy.labels()[i] != label) {
                assertThat(noisy.labels()[i]).isEqualTo(rival);
                near += margin / 41;
            }
        }
        assertThat(near).isLessThan(0.5 * all);
    }

    /** Means -1 and 1 on a line: x = 0.25 of class 0 lies 0.25 from the boundary at 0. */
    @Test
    void theMarginIsTheDistanceFromTheBoundary() {
        var examples = new Examples(1, new double[] {-1, 1, 0.25}, new int[] {0, 1, 0});
        var means = ClassMeans.of(new Examples(1, new double[] {-1, 1}, new int[] {0, 1}), 2);
        assertThat(means.margin(examples.features(), 2, 0, 1)).isCloseTo(0.25, within(1e-15));
        assertThat(means.margin(examples.features(), 0, 0, 1)).isCloseTo(1, within(1e-15));
    }

    @Test
    void settingsThatDoNotFitTheClassesAreRefusedWithTheirPlace() {
        assertThatThrownBy(
                        () -> TestCorruption.of(new LabelNoise.Pair(0.1, ImmutableMap.of("0", "cat"), TestClouds.ALL))
                                .check(clean.classNames(), 4, ImmutableMap.of()))
                .isInstanceOf(DataSettingException.class)
                .hasMessage("names 'cat', which is no class; the data's classes are [0, 1, 2]")
                .extracting(e -> ((DataSettingException) e).path())
                .isEqualTo("corruption.label_noise.map");
        assertThatThrownBy(() -> TestCorruption.of(matrix(new double[] {1, 0}, new double[] {0, 1}))
                        .check(clean.classNames(), 4, ImmutableMap.of()))
                .hasMessage(
                        "must have a row for each of the 3 classes, and in it a share for each; they are [0, 1, 2]");
    }
}
