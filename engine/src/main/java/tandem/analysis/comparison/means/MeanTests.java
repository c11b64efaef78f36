package tandem.analysis.comparison.means;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.TTest;
import tandem.analysis.Difference;
import tandem.analysis.StudentT;
import tandem.analysis.interval.Interval;

/**
 * Differences of two means with interval, effect size and tests.
 *
 * <ul>
 *   <li>Paired: of the differences d by replicate, {@code mean(d) -+ t(1 - alpha / 2; n - 1) sd(d) / sqrt(n)}, Cohen's
 *       {@code d_z = mean(d) / sd(d)} (Cohen 1988, section 2.3.5), p of Student's test.
 *   <li>Unpaired: {@code m2 - m1 -+ t(1 - alpha / 2; v) se}, {@code se^2 = s1^2 / n1 + s2^2 / n2}, {@code v = se^4 / (s1^4 /
 *       (n1^2 (n1 - 1)) + s2^4 / (n2^2 (n2 - 1)))} (Welch 1947); Hedges' {@code g = J (m2 - m1) / s}, s the pooled
 *       standard deviation, {@code J = Gamma(f / 2) / (sqrt(f / 2) Gamma((f - 1) / 2))}, {@code f = n1 + n2 - 2} (Hedges
 *       1981).
 * </ul>
 */
final class MeanTests {
    private static final double SMALL = 1e-60;
    private static final double LARGE = 1e60;

    private final StudentT studentT = new StudentT();
    private final TTest tTest = new TTest();
    private final boolean ranks;

    /** @param ranks whether Wilcoxon's tests are asked for */
    MeanTests(boolean ranks) {
        this.ranks = ranks;
    }

    /** Replicate by replicate; those that lack a value on either side are left out, and counted as missing. */
    MeanDifference paired(Values.Each first, Values.Each second, double alpha) {
        double unit = unit(first, second);
        return pairs(first.dividedBy(unit), second.dividedBy(unit), alpha).times(unit);
    }

    /** Two independent samples. */
    MeanDifference unpaired(Values first, Values second, double alpha) {
        double unit = unit(first, second);
        return independent(first.dividedBy(unit), second.dividedBy(unit), alpha).times(unit);
    }

    /** A power of two, so that the unit changes no digit, near values whose fourth powers no double holds; 1 near others. */
    private static double unit(Values first, Values second) {
        double size = Math.max(first.size(), second.size());
        return size == 0 || (size > SMALL && size < LARGE) ? 1 : Math.scalb(1.0, Math.getExponent(size));
    }

    private MeanDifference pairs(Values.Each first, Values.Each second, double alpha) {
        var partners = Partners.of(first, second);
        double size = Math.max(first.size(), second.size());
        double[] from = partners.from().toArray();
        double[] to = partners.to().toArray();
        int n = from.length;
        double[] d = new double[n];
        Arrays.setAll(d, i -> Difference.of(from[i], to[i], size));
        double mean = new Mean().evaluate(d);
        double sd = Math.sqrt(new Variance().evaluate(d, mean));
        boolean spread = n > 1 && sd > 0;
        return new MeanDifference(
                true,
                n,
                n,
                partners.missing(),
                new Mean().evaluate(from),
                new Mean().evaluate(to),
                mean,
                n < 2 ? Optional.empty() : interval(mean, sd / Math.sqrt(n), n - 1, alpha),
                spread ? OptionalDouble.of(mean / sd) : OptionalDouble.empty(),
                spread ? OptionalDouble.of(tTest.tTest(0, d)) : OptionalDouble.empty(),
                ranks ? SignedRank.p(d, size) : OptionalDouble.empty(),
                Math.scalb(2.0, -n),
                n > 0
                        && partners.missing() == partners.unknown()
                        && Arrays.stream(d).allMatch(x -> x == 0));
    }

    private MeanDifference independent(Values first, Values second, double alpha) {
        var a = moments(first);
        var b = moments(second);
        int fewer = Math.min(a.count(), b.count());
        double mean = Difference.of(a.mean(), b.mean(), Math.max(first.size(), second.size()));
        double firstPart = a.variance() / a.count();
        double secondPart = b.variance() / b.count();
        double se = Math.sqrt(firstPart + secondPart);
        boolean spread = fewer > 1 && se > 0;
        double freedom = (firstPart + secondPart)
                * (firstPart + secondPart)
                / (firstPart * firstPart / (a.count() - 1) + secondPart * secondPart / (b.count() - 1));
        return new MeanDifference(
                false,
                a.count(),
                b.count(),
                first.count() + second.count() - a.count() - b.count(),
                a.mean(),
                b.mean(),
                mean,
                fewer < 2 ? Optional.empty() : interval(mean, se, freedom, alpha),
                spread ? OptionalDouble.of(hedges(a, b, mean)) : OptionalDouble.empty(),
                spread ? OptionalDouble.of(tTest.tTest(summary(a), summary(b))) : OptionalDouble.empty(),
                rankP(first, second, fewer),
                fewer == 0 ? 1 : 2 / choices(a.count(), b.count()),
                isSame(first, second));
    }

    private static double choices(int first, int second) {
        double choices = 1;
        for (int i = 1; i <= Math.min(first, second); i++) {
            choices *= (double) (first + second - i + 1) / i;
        }
        return choices;
    }

    private OptionalDouble rankP(Values first, Values second, int fewer) {
        return ranks && fewer > 0 && first instanceof Values.Each a && second instanceof Values.Each b
                ? OptionalDouble.of(RankSum.p(a.defined(), b.defined()))
                : OptionalDouble.empty();
    }

    private static boolean isSame(Values first, Values second) {
        return switch (first) {
            case Values.Each a -> second instanceof Values.Each b && a.count() == b.count() && equalSorted(a, b);
            case Values.Moments a -> a.equals(second);
        };
    }

    private static boolean equalSorted(Values.Each a, Values.Each b) {
        double[] x = a.defined();
        double[] y = b.defined();
        Arrays.sort(x);
        Arrays.sort(y);
        return x.length > 0 && Arrays.equals(x, y);
    }

    private static Values.Moments moments(Values values) {
        return switch (values) {
            case Values.Moments moments -> moments;
            case Values.Each each -> {
                double[] defined = each.defined();
                double mean = new Mean().evaluate(defined);
                yield new Values.Moments(defined.length, mean, new Variance().evaluate(defined, mean));
            }
        };
    }

    private static StatisticalSummaryValues summary(Values.Moments moments) {
        double none = Double.NaN;
        return new StatisticalSummaryValues(moments.mean(), moments.variance(), moments.count(), none, none, none);
    }

    private static double hedges(Values.Moments a, Values.Moments b, double mean) {
        double freedom = a.count() + b.count() - 2;
        double pooled = Math.sqrt(((a.count() - 1) * a.variance() + (b.count() - 1) * b.variance()) / freedom);
        double logGammas = Gamma.logGamma(freedom / 2) - Gamma.logGamma((freedom - 1) / 2);
        return StrictMath.exp(logGammas) / Math.sqrt(freedom / 2) * mean / pooled;
    }

    /** A point where nothing varies. */
    private Optional<Interval> interval(double mean, double se, double freedom, double alpha) {
        double half = se == 0 ? 0 : studentT.quantile(1 - alpha / 2, freedom) * se;
        return Double.isFinite(mean) && Double.isFinite(half)
                ? Optional.of(new Interval(mean - half, mean + half))
                : Optional.empty();
    }
}
