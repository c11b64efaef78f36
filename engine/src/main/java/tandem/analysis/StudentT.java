package tandem.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t; Commons Math finds them by root search, so each is kept. */
public final class StudentT {
    /** The default of 1e-9 would show in the tenth digit of an interval. */
    private static final double SOLVER_ACCURACY = 1e-14;

    private final Map<Integer, Double> quantiles = new LinkedHashMap<>();

    /** The 0.975 quantile: half the width of a 95 % interval in standard errors. */
    public double quantile975(int degreesOfFreedom) {
        // Without a random generator, which the constructor would otherwise seed at some cost.
        return quantiles.computeIfAbsent(
                degreesOfFreedom,
                df -> new TDistribution(null, df, SOLVER_ACCURACY).inverseCumulativeProbability(0.975));
    }
}
