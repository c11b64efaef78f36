package tandem.analysis;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A mean over runs and its uncertainty.
 *
 * @param n runs with a value
 * @param mcse Monte Carlo standard error sd / sqrt(n); empty where n = 1
 */
public record Estimate(int n, double mean, OptionalDouble mcse) {

    /** Empty where there is no value. */
    static Optional<Estimate> of(ImmutableDoubleArray values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Distribution distribution = Distribution.ofSorting(values.toArray(), values.length());
        var sd = distribution.sd();
        return Optional.of(new Estimate(
                values.length(),
                distribution.mean(),
                sd.isPresent()
                        ? OptionalDouble.of(sd.getAsDouble() / Math.sqrt(values.length()))
                        : OptionalDouble.empty()));
    }
}
