package tandem.measures.examples;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;

/**
 * The one scale of all logits that fits a split best: {@code z / T} in place of {@code z}.
 *
 * <p>With {@code b = 1 / T} the mean loss {@code L(b) = mean of log(sum over k of exp(b z_k)) - b z_y} is convex, and
 * {@code L'(b) = mean of sum over k of p_k(b) (z_k - z_y)}. So the minimum is the zero of an increasing function, which
 * is found to 1e-12 in ln T; the minimum of L itself could be told to about 1e-8 only. No T changes a decision, the
 * ranking of two classes or the sign of a margin.
 *
 * @see "Guo et al. (2017), On Calibration of Modern Neural Networks, section 4.2"
 */
public final class Temperature {
    /** The search is over ln T in [-5, 5]. */
    private static final double LARGEST_LOG = 5;

    private static final double LOG_ACCURACY = 1e-12;
    private static final double RELATIVE_ACCURACY = 1e-15;
    private static final int EVALUATIONS = 10_000;

    private Temperature() {}

    /**
     * T* = argmin over T of the mean loss, in (e^-5, e^5); {@link Reason#BOUNDARY} where there is none inside: as for
     * separable examples (the colder the better), for a model that is worse than no model (the hotter the better), and
     * where all logits of an example are equal (any T).
     */
    public static Measured fit(Outcomes outcomes) {
        if (!(slope(outcomes, -LARGEST_LOG) > 0 && slope(outcomes, LARGEST_LOG) < 0)) {
            return new Measured.Undefined(Reason.BOUNDARY);
        }
        // Only an exact zero ends the search before the interval is small enough: logits may be small themselves.
        var solver = new BrentSolver(RELATIVE_ACCURACY, LOG_ACCURACY, Double.MIN_VALUE);
        double logarithm = solver.solve(EVALUATIONS, log -> slope(outcomes, log), -LARGEST_LOG, LARGEST_LOG, 0);
        return new Measured.Defined(StrictMath.exp(logarithm));
    }

    /** {@code dL / d(1 / T)} at {@code T = exp(logarithm)}: falls as T grows. */
    private static double slope(Outcomes outcomes, double logarithm) {
        return slopeAt(outcomes, StrictMath.exp(-logarithm));
    }

    /** {@code L'(b) = mean of sum over k of p_k(b) (z_k - z_y)}: E_p[z] - z_y, without the terms that cancel. */
    static double slopeAt(Outcomes outcomes, double inverse) {
        double sum = 0;
        for (int i = 0; i < outcomes.count(); i++) {
            double max = maxLogit(outcomes, i);
            double own = outcomes.logit(i, outcomes.label(i));
            double weighted = 0;
            double total = 0;
            for (int k = 0; k < outcomes.classCount(); k++) {
                double z = outcomes.logit(i, k);
                double e = StrictMath.exp(inverse * (z - max));
                weighted += e * (z - own);
                total += e;
            }
            sum += weighted / total;
        }
        return sum / outcomes.count();
    }

    /**
     * Mean cross-entropy of {@code z / T}, nats.
     *
     * @param temperature T, positive; 1 gives the loss of the model as it is, up to rounding
     */
    public static double loss(Outcomes outcomes, double temperature) {
        double inverse = 1 / temperature;
        double sum = 0;
        for (int i = 0; i < outcomes.count(); i++) {
            double max = maxLogit(outcomes, i);
            double excess = -1; // the largest logit's own term, which is exp(0)
            for (int k = 0; k < outcomes.classCount(); k++) {
                excess += StrictMath.exp(inverse * (outcomes.logit(i, k) - max));
            }
            sum += inverse * (max - outcomes.logit(i, outcomes.label(i))) + StrictMath.log1p(excess);
        }
        return sum / outcomes.count();
    }

    private static double maxLogit(Outcomes outcomes, int example) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outcomes.classCount(); k++) {
            max = Math.max(max, outcomes.logit(example, k));
        }
        return max;
    }
}
