package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.stat.StatUtils;

/** Means of runs beside those of an independent implementation, which drew other numbers. */
final class OtherSeeds {
    private OtherSeeds() {}

    /**
     * The means may differ by four standard errors of their difference, the standard deviation over runs taken from
     * ours, plus the rounding of the independent figure.
     *
     * @param ours one value a run
     * @param expected the mean of {@code theirs} runs elsewhere
     * @param rounding half a unit of its last digit
     */
    static void assertSameMean(double[] ours, double expected, double rounding, int theirs) {
        assertThat(ours).isNotEmpty().doesNotContain(Double.NaN);
        double error = Math.sqrt(StatUtils.variance(ours) * (1.0 / ours.length + 1.0 / theirs));
        assertThat(StatUtils.mean(ours)).isBetween(expected - 4 * error - rounding, expected + 4 * error + rounding);
    }
}
