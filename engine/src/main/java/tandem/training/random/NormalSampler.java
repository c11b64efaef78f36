package tandem.training.random;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Standard normal numbers by inversion, one uniform number each.
 *
 * <p>{@code x = quantile((k + 1/2) / 2^52)} with {@code k} the upper 52 bits of the next {@code long}: the uniform number never is 0 or 1,
 * so {@code |x| < 8.3}. Inversion, and not a faster method, because its bits do not depend on the processor and the number of uniform
 * numbers used never varies.
 */
public final class NormalSampler {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final UniformRandomProvider generator;

    public NormalSampler(UniformRandomProvider generator) {
        this.generator = generator;
    }

    public double next() {
        return NORMAL.inverseCumulativeProbability(((generator.nextLong() >>> 12) + 0.5) * 0x1p-52);
    }
}
