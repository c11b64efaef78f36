package tandem.measures.examples;

import java.util.Arrays;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Quantiles;

/** Logit margins {@code z_y - max over j != y of z_j} of the examples of a split. */
final class Margins {
    private final double[] sorted;

    private Margins(double[] sorted) {
        this.sorted = sorted;
    }

    static Margins of(Outcomes outcomes) {
        double[] margins = new double[outcomes.count()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = outcomes.margin(i);
        }
        Arrays.sort(margins);
        return new Margins(margins);
    }

    Measured mean() {
        double sum = 0;
        for (double margin : sorted) {
            sum += margin;
        }
        return Finite.of(sum / sorted.length);
    }

    Measured quantile(double q) {
        return Finite.of(Quantiles.ofSorted(sorted, sorted.length, q));
    }

    /** Share of the examples with a margin below 0; a tie is not below. */
    Measured negativeShare() {
        int count = 0;
        while (count < sorted.length && sorted[count] < 0) {
            count++;
        }
        return new Measured.Defined((double) count / sorted.length);
    }
}
