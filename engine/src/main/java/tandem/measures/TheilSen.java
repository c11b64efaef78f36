package tandem.measures;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/** The median of the slopes of all pairs of points: up to 29 % of the points may be anything. */
final class TheilSen {

    private TheilSen() {}

    /**
     * Slope of accuracy on loss over the epochs {@code first..last}, accuracy a nat.
     *
     * @see "Sen (1968), Estimates of the Regression Coefficient Based on Kendall's Tau"
     */
    static Measured slope(Curve curve, int first, int last) {
        if (last - first < 2) {
            return new Measured.Undefined(Reason.TOO_FEW_EPOCHS);
        }
        var slopes = ImmutableDoubleArray.builder();
        for (int i = first; i < last; i++) {
            for (int j = i + 1; j <= last; j++) {
                if (Signs.sign(curve.loss(i), curve.loss(j)) != 0) {
                    double gain = (double) (curve.correct(j) - curve.correct(i)) / curve.exampleCount();
                    slopes.add(gain / (curve.loss(j) - curve.loss(i)));
                }
            }
        }
        double[] sorted = slopes.build().toArray();
        if (sorted.length == 0) {
            return new Measured.Undefined(Reason.CONSTANT_LOSS);
        }
        Arrays.sort(sorted);
        // 0 is added since 0 over a negative difference is -0.
        return new Measured.Defined(Median.ofSorted(sorted) + 0.0);
    }
}
