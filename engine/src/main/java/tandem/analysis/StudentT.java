package tandem.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t; Commons Math finds them by root search, so each is kept. */
public final class StudentT {
    /** The default of 1e-9 would show in the tenth digit of an interval. */
    private static final double SOLVER_ACCURACY = 1e-14;

    private final Map<Asked, Double> quantiles = new LinkedHashMap<>();

    private record Asked(double p, double degreesOfFreedom) {}

    /** The 0.975 quantile: half the width of a 95 % interval in standard errors. */
    public double quantile975(int degreesOfFreedom) {
        return quantile(0.975, degreesOfFreedom);
    }

    /** The quantile of order {@code p}, in (0, 1), for degrees of freedom above 0 that need not be whole. */
    public double quantile(double p, double degreesOfFreedom) {
        // Without a random generator, which the constructor would otherwise seed at some cost.
        return quantiles.computeIfAbsent(
                new Asked(p, degreesOfFreedom),
                asked -> new TDistribution(null, asked.degreesOfFreedom, SOLVER_ACCURACY)
                        .inverseCumulativeProbability(asked.p));
    }
}
