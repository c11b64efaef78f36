package tandem.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.tables.Value;

class ResamplesTest {
    private static int[][] draws(long seed, String name) {
        var resamples = Resamples.of(seed, name, 9, 4);
        return IntStream.range(0, 50).mapToObj(_ -> resamples.next().clone()).toArray(int[][]::new);
    }

    @Test
    void equalNamesDrawEqualReplicates() {
        assertThat(draws(7, "a")).isDeepEqualTo(draws(7, "a"));
        assertThat(Arrays.deepEquals(draws(7, "a"), draws(7, "b"))).isFalse();
        assertThat(Arrays.deepEquals(draws(7, "a"), draws(8, "a"))).isFalse();
    }

    @Test
    void aResampleHasAsManyReplicatesAsThereAre() {
        assertThat(Arrays.asList(draws(7, "a")))
                .allSatisfy(draw -> assertThat(draw).hasSize(9).isSorted());
        // every replicate turns up; that one draw has all nine is as likely as 9! / 9^9 = 0.001, and none of these has
        assertThat(Arrays.stream(draws(7, "a"))
                        .flatMapToInt(Arrays::stream)
                        .distinct()
                        .count())
                .isEqualTo(9);
        assertThat(Arrays.asList(draws(7, "a")))
                .allSatisfy(draw ->
                        assertThat(Arrays.stream(draw).distinct().count()).isLessThan(9));
    }

    @Test
    void largeGridsHaveFewerResamples() {
        assertThat(Resamples.of(1, "a", 5, 1).count()).isEqualTo(2000);
        assertThat(Resamples.of(1, "a", 5, 200).count()).isEqualTo(2000);
        assertThat(Resamples.of(1, "a", 5, 400).count()).isEqualTo(1000);
        assertThat(Resamples.of(1, "a", 5, 100_000).count()).isEqualTo(200);
    }

    @Test
    void theIntervalRunsFromQuantileToQuantile() {
        // of 0, 1, .., 200: np.quantile(range(201), [0.025, 0.975]) = 5, 195
        double[] values =
                IntStream.rangeClosed(0, 200).mapToDouble(i -> 200 - i).toArray();
        var interval = Resamples.interval(100, values).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(5, within(1e-12));
        assertThat(interval.high()).isCloseTo(195, within(1e-12));
    }

    @Test
    void someUndefinedResamplesAreLeftOutAndManyForbidAnInterval() {
        double[] some = new double[100];
        Arrays.fill(some, 0, 5, Double.NaN);
        assertThat(Resamples.interval(0, some).interval()).contains(new Interval(0, 0));
        double[] many = new double[100];
        Arrays.fill(many, 0, 6, Double.NaN);
        assertThat(Resamples.interval(0, many).noInterval()).isEqualTo(new Value.Undefined("DEGENERATE_RESAMPLES"));
    }

    @Test
    void withoutResamplesThereIsNoInterval() {
        assertThat(Resamples.interval(0, new double[0]).noInterval()).isEqualTo(new Value.Undefined("TOO_FEW"));
    }
}
