package tandem.analysis.interval;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import tandem.analysis.StudentT;

/**
 * Mean over replicates with Student's interval {@code mean -+ t(0.975; n - 1) sd / sqrt(n)}, as in summary.csv.
 *
 * <p>Also for correlations: a run's own may well be 1 or -1, where Fisher's z is infinite.
 */
public final class StudentMean {
    public static final String METHOD = "student_t";
    private static final String TOO_FEW = "TOO_FEW";

    private final StudentT quantiles = new StudentT();
    private final int replicates;

    /** @param replicates of the scenario: where there is one only, an interval does not apply */
    public StudentMean(int replicates) {
        this.replicates = replicates;
    }

    /** Mean of the values in their order; undefined without any, without interval for one. */
    public Estimated of(double[] values) {
        int n = values.length;
        if (n == 0) {
            return Estimated.undefined(TOO_FEW);
        }
        double mean = new Mean().evaluate(values);
        if (n == 1) {
            return replicates == 1 ? Estimated.alone(mean) : Estimated.withoutInterval(mean, TOO_FEW);
        }
        double half = quantiles.quantile975(n - 1) * (Math.sqrt(new Variance().evaluate(values, mean)) / Math.sqrt(n));
        return Estimated.of(mean, new Interval(mean - half, mean + half), METHOD);
    }
}
