package tandem.analysis.interval;

import tandem.measures.PairedCorrelation;

/**
 * 95 % interval of a correlation over n independent pairs: {@code tanh(atanh(r) -+ 1.96 se)} with
 *
 * <ul>
 *   <li>Pearson: {@code se = 1 / sqrt(n - 3)} (Fisher 1921),
 *   <li>Spearman: {@code se = sqrt((1 + r^2 / 2) / (n - 3))} and
 *   <li>Kendall: {@code se = sqrt(0.437 / (n - 4))}, both Bonett and Wright (2000), Psychometrika 65, 23.
 * </ul>
 */
public final class CorrelationInterval {
    /** Fewest pairs a correlation is given for. */
    public static final int FEWEST = 4;

    /** 0.975 quantile of the normal distribution: scipy.stats.norm.ppf(0.975). */
    private static final double NORMAL_975 = 1.959963984540054;

    private CorrelationInterval() {}

    /**
     * The correlation with its interval. Without one where {@code |r| = 1}, whose atanh is infinite
     * (PERFECT_CORRELATION), and for Kendall's tau of four pairs, whose standard error would be (TOO_FEW).
     *
     * @param n pairs, at least {@link #FEWEST}
     */
    public static Estimated of(PairedCorrelation method, double r, int n) {
        if (Math.abs(r) == 1) {
            return Estimated.withoutInterval(r, "PERFECT_CORRELATION");
        }
        if (method == PairedCorrelation.KENDALL && n <= 4) {
            return Estimated.withoutInterval(r, "TOO_FEW");
        }
        double se = Math.sqrt(variance(method, r, n));
        double z = (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2;
        var interval = new Interval(StrictMath.tanh(z - NORMAL_975 * se), StrictMath.tanh(z + NORMAL_975 * se));
        return Estimated.of(r, interval, method == PairedCorrelation.PEARSON ? "fisher_z" : "bonett_wright");
    }

    private static double variance(PairedCorrelation method, double r, int n) {
        return switch (method) {
            case PEARSON -> 1.0 / (n - 3);
            case SPEARMAN -> (1 + r * r / 2) / (n - 3);
            case KENDALL -> 0.437 / (n - 4);
        };
    }
}
