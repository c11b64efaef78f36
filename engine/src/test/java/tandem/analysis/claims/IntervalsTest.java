package tandem.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.claims.Statistic;

class IntervalsTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Offset<Double> ROUNDING = within(2e-12);

    private final Intervals intervals = new Intervals();

    /** 1, 2, ..., n in an order that is not theirs. */
    private static double[] ranks(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1 + (i * 7L) % n).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        // scipy: m -+ stats.t.ppf(1 - alpha / 2, 4) * std(ddof=1) / sqrt(5) of [.5, 1.5, 1, 2.5, 2]
        "0.05, 0.5183784192612214, 2.4816215807387785",
        "0.016666666666666666, 0.0996505096005944, 2.900349490399406",
    })
    void aMeanLiesWithinStudentsInterval(double alpha, double low, double high) {
        var mean = intervals.of(new Statistic.Mean(), new double[] {0.5, 1.5, 1, 2.5, 2}, alpha);
        assertThat(mean.value()).isEqualTo(1.5);
        assertThat(mean.interval().low()).isCloseTo(low, ROUNDING);
        assertThat(mean.interval().high()).isCloseTo(high, ROUNDING);
        assertThat(mean.rule()).isEqualTo(Rule.STUDENT_T);
    }

    @Test
    void oneValueBoundsNoMean() {
        assertThat(intervals.of(new Statistic.Mean(), new double[] {3}, 0.05).interval())
                .isEqualTo(ClaimEstimate.EVERYTHING);
    }

    @Test
    void twoValuesBoundAMeanWidely() {
        // t(0.975; 1) = tan(0.475 pi) = 12.706204736174698, sd / sqrt(2) = 0.5
        var interval =
                intervals.of(new Statistic.Mean(), new double[] {1, 2}, 0.05).interval();
        assertThat(interval.low()).isCloseTo(1.5 - 0.5 * 12.706204736174698, within(1e-10));
    }

    @Test
    void equalValuesGiveAPoint() {
        var interval = intervals
                .of(new Statistic.Mean(), new double[] {0.25, 0.25, 0.25}, 0.05)
                .interval();
        assertThat(interval).isEqualTo(ClaimEstimate.point(0.25));
    }

    @Test
    void aMeanBeyondTheRangeOfDoubleIsUnbounded() {
        var mean = intervals.of(new Statistic.Mean(), new double[] {1e308, -1e308, 1.7e308}, 0.05);
        assertThat(mean.interval()).isEqualTo(ClaimEstimate.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        // scipy: l = max(i: binom.cdf(i - 1, n, q) <= alpha / 2), u = min(i: binom.sf(i - 1, n, q) <= alpha / 2)
        "10, 0.5, 0.05, 2, 9",
        "20, 0.5, 0.05, 6, 15",
        "6, 0.5, 0.05, 1, 6",
        "40, 0.9, 0.05, 32, 40",
        "100, 0.9, 0.05, 84, 96",
        // None in scipy: not even the extreme values are far enough out.
        "5, 0.5, 0.05, -Infinity, Infinity",
        "20, 0.9, 0.05, 15, Infinity",
        "20, 0.1, 0.05, -Infinity, 6",
    })
    void aQuantileLiesBetweenOrderStatistics(int n, double q, double alpha, double low, double high) {
        var quantile = intervals.of(new Statistic.Quantile(q), ranks(n), alpha);
        assertThat(quantile.interval().low()).isEqualTo(low);
        assertThat(quantile.interval().high()).isEqualTo(high);
        // numpy.quantile(arange(1, n + 1), q)
        assertThat(quantile.value()).isCloseTo(1 + (n - 1) * q, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // scipy: stats.beta.ppf(alpha / 2, k, n - k + 1), stats.beta.ppf(1 - alpha / 2, k + 1, n - k)
        "18, 20, 0.05, 0.6830172859809177, 0.9876514728297052",
        "20, 20, 0.05, 0.8315665290169146, 1",
        "0, 7, 0.1, 0, 0.34816365513116077",
        "3, 10, 0.025, 0.051546255789567744, 0.6915018049393984",
    })
    void aShareLiesWithinClopperAndPearsonsInterval(int k, int n, double alpha, double low, double high) {
        double bound = n - k;
        var above = intervals.of(new Statistic.ShareAbove(bound), ranks(n), alpha);
        assertThat(above.value()).isEqualTo((double) k / n);
        assertThat(above.interval().low()).isCloseTo(low, ROUNDING);
        assertThat(above.interval().high()).isCloseTo(high, ROUNDING);
        var below = intervals.of(new Statistic.ShareBelow(k + 1), ranks(n), alpha);
        assertThat(below.interval()).isEqualTo(above.interval());
    }

    @Test
    void aValueOnTheBoundIsOnNeitherSide() {
        double[] values = {1, 1, 2, 0};
        assertThat(intervals.of(new Statistic.ShareAbove(1), values, 0.05).value())
                .isEqualTo(0.25);
        assertThat(intervals.of(new Statistic.ShareBelow(1), values, 0.05).value())
                .isEqualTo(0.25);
    }

    @Test
    void replicatesNeededFollowFromSpreadAndDistance() {
        // scipy: ((t + norm.ppf(.9)) sd / d)^2 with t = t.ppf(.975, 4), sd = 0.7905694150420949
        var mean = intervals.of(new Statistic.Mean(), new double[] {0.5, 1.5, 1, 2.5, 2}, 0.05);
        // 41.16834244939089
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(1, NONE, false))).hasValue(42);
        // 1029.2085612347705
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(1.4, NONE, false))).hasValue(1030);
        // The estimate is not accepted: only the nearest bound counts.
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(-NONE, 1, false))).hasValue(42);
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(0.6, 1, true))).hasValue(42);
        // It is accepted: both bounds have to be cleared.
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(1.4, 2, true))).hasValue(1030);
    }

    @Test
    void replicatesNeededAreBlankWhereNobodyCanSay() {
        var mean = intervals.of(new Statistic.Mean(), new double[] {0.5, 1.5, 1, 2.5, 2}, 0.05);
        // on the bound; more than 100,000 away from deciding
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(1.5, NONE, false))).isEmpty();
        assertThat(ReplicatesNeeded.of(mean, new AcceptedSet(1.4999, NONE, false)))
                .isEmpty();
        var open = intervals.of(Statistic.Quantile.MEDIAN, ranks(5), 0.05);
        assertThat(ReplicatesNeeded.of(open, new AcceptedSet(2, NONE, false))).isEmpty();
    }

    @Test
    void replicatesNeededForAMedianScaleItsInterval() {
        // n = 20, median 10.5 in [6, 15], bound 7: 20 ((1 + norm.ppf(.9) / norm.ppf(.975)) 4.5 / 3.5)^2 = 90.4; numpy
        var median = intervals.of(Statistic.Quantile.MEDIAN, ranks(20), 0.05);
        assertThat(ReplicatesNeeded.of(median, new AcceptedSet(7, NONE, false))).hasValue(91);
    }
}
