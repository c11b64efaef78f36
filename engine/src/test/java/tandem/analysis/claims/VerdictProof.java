package tandem.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.analysis.interval.Interval;
import tandem.claims.Claim;
import tandem.claims.Contrast;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

/**
 * How often a claim whose truth lies exactly on its bound is declared to hold or to fail, by 2,000 repetitions of 20
 * replicates each, from runs.csv to the verdict. Nominal are 5 %; the standard error of such a share is 0.5 %, so that
 * 6.5 % are three of them above. Found were
 *
 * <pre>
 * mean of normal values            4.9 %
 * any of ten such means            5.2 %
 * contrast of two levels           5.5 %
 * trend over four equal levels     2.8 %
 * median of lognormal values       4.3 %
 * quantile 0.8 of uniform values   1.8 %
 * share 0.7                        2.4 %
 * </pre>
 *
 * Order statistics and shares are discrete, and so err on the safe side.
 */
@Tag("proofs")
class VerdictProof {
    private static final int REPETITIONS = 2000;
    private static final int REPLICATES = 20;
    private static final double MOST = 0.065;

    private final SplittableRandom random = new SplittableRandom(20_261_122);

    @TempDir
    private Path folder;

    private static Claim claim(String measure, Statistic statistic, Expectation expect) {
        return new Claim(
                measure,
                "It is so.",
                Optional.empty(),
                ImmutableMap.of(),
                measure,
                Optional.empty(),
                expect,
                statistic,
                Optional.empty(),
                0.95,
                false);
    }

    /** Share of the repetitions in which any of the claims is decided. */
    private double decided(ImmutableList<Claim> claims, int cells, int measures, DoubleSupplier draw)
            throws IOException {
        int decided = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Path runs = runs(cells, measures, draw);
            decided += Judge.decide(ClaimValues.read(runs, claims)).stream()
                            .anyMatch(decision -> decision.verdict() != Verdict.UNDECIDED)
                    ? 1
                    : 0;
        }
        return (double) decided / REPETITIONS;
    }

    private Path runs(int cells, int measures, DoubleSupplier draw) throws IOException {
        var text = new StringBuilder("run,cell,replicate,rate");
        for (int m = 0; m < measures; m++) {
            text.append(",m").append(m);
        }
        for (int run = 0; run < cells * REPLICATES; run++) {
            text.append('\n').append(run).append(',').append(run / REPLICATES);
            text.append(',').append(run % REPLICATES).append(",r").append(run / REPLICATES);
            for (int m = 0; m < measures; m++) {
                text.append(',').append(draw.getAsDouble());
            }
        }
        return Files.writeString(folder.resolve("runs.csv"), text.append('\n'));
    }

    @Test
    void aMeanOnItsBoundIsSeldomDecided() throws IOException {
        var claim = claim("m0", new Statistic.Mean(), new Expectation.Above(0));
        assertThat(decided(ImmutableList.of(claim), 1, 1, random::nextGaussian)).isBetween(0.035, MOST);
    }

    @Test
    void anyOfTenClaimsIsSeldomDecided() throws IOException {
        var claims = ImmutableList.<Claim>builder();
        for (int m = 0; m < 10; m++) {
            claims.add(claim("m" + m, new Statistic.Mean(), new Expectation.Below(0)));
        }
        assertThat(decided(claims.build(), 1, 10, random::nextGaussian)).isBetween(0.035, MOST);
    }

    @Test
    void aMedianAndAQuantileOnTheirBoundsAreSeldomDecided() throws IOException {
        var median = claim("m0", Statistic.Quantile.MEDIAN, new Expectation.Above(1));
        // exp(normal) has median 1, whatever its skew.
        assertThat(decided(ImmutableList.of(median), 1, 1, () -> StrictMath.exp(random.nextGaussian())))
                .isLessThanOrEqualTo(MOST);
        var quantile = claim("m0", new Statistic.Quantile(0.8), new Expectation.Below(0.8));
        assertThat(decided(ImmutableList.of(quantile), 1, 1, random::nextDouble))
                .isLessThanOrEqualTo(MOST);
    }

    @Test
    void aShareOnItsBoundIsSeldomDecided() throws IOException {
        var share = claim("m0", new Statistic.ShareAbove(0.3), new Expectation.Above(0.7));
        assertThat(decided(ImmutableList.of(share), 1, 1, random::nextDouble)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aContrastAndATrendOfNothingAreSeldomDecided() throws IOException {
        var mean = claim("m0", new Statistic.Mean(), new Expectation.Above(0));
        var contrast = new Claim(
                mean.name(),
                mean.says(),
                mean.source(),
                mean.where(),
                mean.measure(),
                mean.minus(),
                mean.expect(),
                mean.statistic(),
                Optional.of(new Contrast("rate", "r0", "r1")),
                mean.confidence(),
                false);
        assertThat(decided(ImmutableList.of(contrast), 2, 1, random::nextGaussian))
                .isBetween(0.035, MOST);
        var trend = claim(
                "m0",
                new Statistic.Mean(),
                new Expectation.Increases("rate", ImmutableList.of("r0", "r1", "r2", "r3")));
        assertThat(decided(ImmutableList.of(trend), 4, 1, random::nextGaussian)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void clopperAndPearsonCoverAtLeastWhatTheySay() {
        var intervals = new Intervals();
        for (double alpha : new double[] {0.05, 0.005}) {
            Interval[] byCount = new Interval[REPLICATES + 1];
            for (int k = 0; k <= REPLICATES; k++) {
                byCount[k] = intervals.share(k, REPLICATES, alpha).interval();
            }
            for (int percent = 1; percent < 100; percent++) {
                double p = percent / 100.0;
                var binomial = new BinomialDistribution(null, REPLICATES, p);
                double coverage = 0;
                for (int k = 0; k <= REPLICATES; k++) {
                    boolean covers = byCount[k].low() <= p && p <= byCount[k].high();
                    coverage += covers ? binomial.probability(k) : 0;
                }
                // Exact: a sum over all outcomes.
                assertThat(coverage).as("p = %s", p).isGreaterThanOrEqualTo(1 - alpha - 1e-12);
            }
        }
    }

    @Test
    void orderStatisticsCoverAtLeastWhatTheySay() {
        for (double q : new double[] {0.1, 0.25, 0.5, 0.8}) {
            // continuous, and with ties: the quantile of floor(8 u) / 8 for u uniform is floor(8 q) / 8 or next to it
            assertThat(orderStatisticsCoverage(q, q, random::nextDouble)).isGreaterThanOrEqualTo(0.945);
            assertThat(orderStatisticsCoverage(
                            q, Math.floor(8 * q - 1e-9) / 8, () -> Math.floor(8 * random.nextDouble()) / 8))
                    .isGreaterThanOrEqualTo(0.945);
        }
    }

    /** 0.945 is one standard error of the simulation below the nominal 0.95. */
    private double orderStatisticsCoverage(double q, double truth, DoubleSupplier draw) {
        var intervals = new Intervals();
        int covered = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            double[] values = new double[REPLICATES];
            for (int r = 0; r < REPLICATES; r++) {
                values[r] = draw.getAsDouble();
            }
            Interval interval = intervals.quantile(values, q, 0.05).interval();
            covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        return (double) covered / REPETITIONS;
    }
}
