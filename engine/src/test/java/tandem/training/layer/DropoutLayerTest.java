package tandem.training.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.model.Shape;
import tandem.training.random.RandomStream;

final class DropoutLayerTest {
    private static final int ROOM = 400;

    /** With an unused element behind each place's channels. */
    private static final Shape SHAPE = Shape.image(1, 2, 16);

    private static final int UNITS = 32;

    private record Fixture(DropoutLayer layer, Signal input, Signal output) {
        static Fixture of(double rate, int index, long... seeds) {
            int lanes = seeds.length;
            var input = Signal.of(SHAPE, ROOM, lanes);
            var output = Signal.of(SHAPE, ROOM, lanes);
            var streams = Arrays.stream(seeds).mapToObj(RandomStream::new).toList();
            double[] ones = new double[ROOM * UNITS * lanes];
            Arrays.fill(ones, 1);
            input.take(ones, 0, UNITS * lanes, ROOM);
            return new Fixture(
                    new DropoutLayer(rate, streams, index, input, output, Kernels.scalar(lanes)), input, output);
        }

        /** What the ones of the first {@code count} examples become, {@code [example][unit]}. */
        double[] train(int epoch, int count, int position, int lane) {
            layer.beginEpoch(epoch);
            layer.train(count, position);
            return of(output.values, count, lane);
        }

        double[] of(double[] values, int count, int lane) {
            double[] units = new double[count * UNITS];
            for (int i = 0; i < units.length; i++) {
                int place = i / SHAPE.channels();
                int at = output.end(0) + place * output.rowElements + i % SHAPE.channels() * output.lanes;
                units[i] = values[at + lane];
            }
            return units;
        }
    }

    /**
     * In Python integers modulo 2^64: {@code mix(z)} is SplitMix64's output function, {@code out(s, i) = mix(s + (i + 1) * 0x9e3779b97f4a7c15)} and
     * {@code at(s, i) = out(s ^ i * 0xd1342543de82ef95, 0)}; seed 11, epoch 3, dropout 2: {@code s = at(at(11, 3), 2) = 0x5e29c3e063b5ea37}. Then
     * {@code (out(s, i) >> 11) / 2**53} is 0.109, 0.695, 0.385, 0.674, 0.003, 0.921, 0.743, 0.997 for i = 0 to 7, and 0.965, 0.341, 0.377, 0.593, 0.291 for i = 35 to 39.
     */
    @Test
    void theMaskFollowsFromStreamEpochLayerAndPlaceAlone() {
        var dropout = Fixture.of(0.6, 2, 11);
        double[] first = dropout.train(3, 2, 0, 0);
        double kept = 1 / (1 - 0.6);
        assertThat(Arrays.copyOf(first, 8)).containsExactly(0, kept, 0, kept, 0, kept, kept, kept);
        assertThat(Arrays.copyOfRange(first, 35, 40)).containsExactly(kept, 0, 0, 0, 0);
        double[] second = dropout.train(3, 1, 1, 0);
        assertThat(Arrays.copyOfRange(second, 3, 8)).containsExactly(kept, 0, 0, 0, 0);
    }

    @Test
    void aLaneDrawsTheSameBesideOthers() {
        double[] alone = Fixture.of(0.4, 1, 77).train(5, 33, 12, 0);
        assertThat(Fixture.of(0.4, 1, 77, 3, 9).train(5, 33, 12, 0)).containsExactly(alone);
        assertThat(Fixture.of(0.4, 1, 3, 9, 77).train(5, 33, 12, 2)).containsExactly(alone);
    }

    @Test
    void batchesAreTheirPartsOfTheEpoch() {
        var dropout = Fixture.of(0.4, 0, 5);
        double[] all = dropout.train(1, 100, 0, 0);
        double[] part = dropout.train(1, 41, 37, 0);
        assertThat(part).containsExactly(Arrays.copyOfRange(all, 37 * UNITS, 78 * UNITS));
    }

    /** The number of zeros among 12800 is binomial; the bounds are passed once in a million. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.9})
    void theShareOfZerosIsTheRate(double rate) {
        for (int epoch = 1; epoch <= 3; epoch++) {
            double[] mask = Fixture.of(rate, 0, 21).train(epoch, ROOM, 0, 0);
            long zeros = Arrays.stream(mask).filter(value -> value == 0).count();
            var law = new BinomialDistribution(null, mask.length, rate);
            assertThat(zeros).isBetween((long) law.inverseCumulativeProbability(5e-7), (long)
                    law.inverseCumulativeProbability(1 - 5e-7));
            // mean 1, standard deviation sqrt(rate / (1 - rate)) each
            double error = Math.sqrt(rate / (1 - rate) / mask.length);
            assertThat(StatUtils.mean(mask)).isCloseTo(1, within(5 * error));
        }
    }

    /** A correlation of 12800 independent pairs has a standard deviation of 0.0088; five of them. */
    @Test
    void masksOfOtherEpochsLayersAndRunsHaveNothingInCommon() {
        var masks = List.of(
                Fixture.of(0.5, 0, 21).train(1, ROOM, 0, 0),
                Fixture.of(0.5, 0, 21).train(2, ROOM, 0, 0),
                Fixture.of(0.5, 1, 21).train(1, ROOM, 0, 0),
                Fixture.of(0.5, 1, 21).train(2, ROOM, 0, 0),
                Fixture.of(0.5, 0, 22).train(1, ROOM, 0, 0),
                Fixture.of(0.5, 0, 21).train(1, ROOM, ROOM, 0));
        for (int a = 0; a < masks.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertThat(new PearsonsCorrelation().correlation(masks.get(a), masks.get(b)))
                        .as("%s and %s", a, b)
                        .isCloseTo(0, within(0.045));
            }
        }
        double[] mask = masks.getFirst();
        for (int shift : new int[] {1, 2, UNITS}) {
            double[] before = Arrays.copyOf(mask, mask.length - shift);
            double[] after = Arrays.copyOfRange(mask, shift, mask.length);
            assertThat(new PearsonsCorrelation().correlation(before, after))
                    .as("shifted by %s", shift)
                    .isCloseTo(0, within(0.045));
        }
    }

    @Test
    void theGradientGoesThroughTheSameMask() {
        var dropout = Fixture.of(0.5, 0, 4, 6);
        double[] mask = dropout.train(9, 7, 3, 1);
        Arrays.fill(dropout.output.deltas, Layout.FIRST, dropout.output.deltas.length, 1);
        dropout.layer.backward(7, false);
        assertThat(dropout.of(dropout.input.deltas, 7, 1)).containsExactly(mask);
    }

    @Test
    void outsideTrainingNothingIsDropped() {
        var dropout = Fixture.of(0.5, 0, 4);
        dropout.train(1, 9, 0, 0);
        dropout.layer.infer(9);
        assertThat(dropout.of(dropout.output.values, 9, 0)).containsOnly(1);
    }

    @Test
    void unusedElementsStayZero() {
        var dropout = Fixture.of(0.5, 0, 4);
        dropout.train(1, 9, 0, 0);
        for (int place = 0; place < 18; place++) {
            assertThat(dropout.output.values[dropout.output.end(0) + place * 17 + 16])
                    .isZero();
        }
    }
}
