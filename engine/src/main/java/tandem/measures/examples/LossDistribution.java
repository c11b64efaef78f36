package tandem.measures.examples;

import java.util.Arrays;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Quantiles;
import tandem.measures.Reason;

/** How the losses of the examples of a split are distributed. */
final class LossDistribution {
    private static final double LEAST_VARIANCE = 1e-24;

    private final double[] sorted;
    /** The losses over a power of two (so without rounding) that keeps the powers of losses like 1e100 finite. */
    private final double[] scaled;

    private final int exponent;

    private LossDistribution(double[] sorted) {
        this.sorted = sorted;
        this.exponent = Math.getExponent(sorted[sorted.length - 1]);
        this.scaled = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            scaled[i] = Math.scalb(sorted[i], -exponent);
        }
    }

    static LossDistribution of(Outcomes outcomes) {
        double[] losses = new double[outcomes.count()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = outcomes.loss(i);
        }
        Arrays.sort(losses);
        return new LossDistribution(losses);
    }

    Measured quantile(double q) {
        return new Measured.Defined(Quantiles.ofSorted(sorted, sorted.length, q));
    }

    Measured max() {
        return new Measured.Defined(sorted[sorted.length - 1]);
    }

    /** {@code g1 = m3 / m2^1.5} with {@code m_r = mean of (l - mean)^r}. */
    Measured skewness() {
        double m2 = centralMoment(2);
        return isConstant(m2)
                ? new Measured.Undefined(Reason.EQUAL_LOSSES)
                : new Measured.Defined(centralMoment(3) / (m2 * Math.sqrt(m2)));
    }

    /** {@code g2 = m4 / m2^2 - 3}, 0 for a normal distribution. */
    Measured kurtosis() {
        double m2 = centralMoment(2);
        return isConstant(m2)
                ? new Measured.Undefined(Reason.EQUAL_LOSSES)
                : new Measured.Defined(centralMoment(4) / (m2 * m2) - 3);
    }

    /** Whether {@code m2 <= 1e-24 max(1, largest loss^2)}: what is left is the rounding of the mean. */
    private boolean isConstant(double scaledVariance) {
        double largest = Math.max(Math.scalb(1.0, -exponent), scaled[scaled.length - 1]);
        return scaledVariance <= LEAST_VARIANCE * largest * largest;
    }

    /** Of the scaled losses, with n as the divisor. */
    private double centralMoment(int order) {
        double sum = 0;
        for (double loss : scaled) {
            sum += loss;
        }
        double mean = sum / scaled.length;
        double powers = 0;
        for (double loss : scaled) {
            double deviation = loss - mean;
            double power = deviation * deviation;
            powers += switch (order) {
                case 2 -> power;
                case 3 -> power * deviation;
                default -> power * power;
            };
        }
        return powers / scaled.length;
    }

    /** {@code (Q3 + Q1 - 2 Q2) / (Q3 - Q1)}, in [-1, 1]; undefined where {@code Q3 = Q1}. */
    Measured bowley() {
        double q1 = Quantiles.ofSorted(scaled, scaled.length, 0.25);
        double q3 = Quantiles.ofSorted(scaled, scaled.length, 0.75);
        double median = Quantiles.ofSorted(scaled, scaled.length, 0.5);
        return q3 == q1
                ? new Measured.Undefined(Reason.EQUAL_QUARTILES)
                : new Measured.Defined(((q3 - median) - (median - q1)) / (q3 - q1));
    }

    /**
     * Gini coefficient {@code sum over i of (2 i - n - 1) l_(i) / (n sum l)}, i = 1..n by size: 0 where all losses are
     * equal, {@code 1 - 1/n} where one example has all of it. Opposite ranks are taken together, so that equal losses
     * give 0 exactly.
     */
    Measured gini() {
        int n = scaled.length;
        double total = 0;
        for (double loss : scaled) {
            total += loss;
        }
        if (total == 0) {
            return new Measured.Undefined(Reason.ZERO_LOSS);
        }
        double sum = 0;
        for (int low = 0, high = n - 1; low < high; low++, high--) {
            sum += (high - low) * (scaled[high] - scaled[low]);
        }
        return new Measured.Defined(sum / (n * total));
    }

    /**
     * Share of the loss that the largest losses carry, of exactly {@code share n} examples: the last one counts by the
     * fraction that is left.
     */
    Measured topShare(double share) {
        double wanted = share * scaled.length;
        double total = 0;
        double top = 0;
        for (int i = scaled.length - 1; i >= 0; i--) {
            total += scaled[i];
            top += Math.max(0, Math.min(1, wanted)) * scaled[i];
            wanted--;
        }
        return total == 0 ? new Measured.Undefined(Reason.ZERO_LOSS) : new Measured.Defined(top / total);
    }
}
