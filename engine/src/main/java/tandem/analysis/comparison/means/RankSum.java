package tandem.analysis.comparison.means;

import com.google.common.primitives.Doubles;
import java.util.Arrays;

/**
 * Wilcoxon's rank-sum test (Mann and Whitney's): two-sided p of the hypothesis that two independent samples come from one
 * distribution. Ties have mean ranks.
 *
 * <p>Up to {@value Ranking#MOST_EXACT} values in both samples together the distribution is exact, given the ranks as they
 * are, ties included: every choice of the first sample's ranks is as likely, and {@code p = 2 min(P(R <= r), P(R >= r))},
 * at most 1. Beyond, it is normal with mean {@code n1 (N + 1) / 2} and variance {@code n1 n2 / 12 (N + 1 - sum (t^3 - t) /
 * (N (N - 1)))} over groups of t ties, without correction for continuity.
 *
 * @see "Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50"
 */
public final class RankSum {
    private RankSum() {}

    /** @param first one value or more; so has {@code second} */
    public static double p(double[] first, double[] second) {
        double[] all = Doubles.concat(first, second);
        var ranking = Ranking.of(all, Arrays.stream(all).map(Math::abs).max().orElse(0));
        int sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += ranking.doubled(i);
        }
        return ranking.count() <= Ranking.MOST_EXACT
                ? exact(ranking, first.length, sum)
                : normal(ranking, first.length, sum);
    }

    private static double exact(Ranking ranking, int size, int sum) {
        // choices[k][s]: choices of k ranks whose doubled sum is s; at most C(50, 25), so exact.
        double[][] choices = new double[size + 1][ranking.doubledSum() + 1];
        choices[0][0] = 1;
        for (int i = 0; i < ranking.count(); i++) {
            int rank = ranking.doubled(i);
            for (int k = Math.min(size, i + 1); k >= 1; k--) {
                for (int s = ranking.doubledSum(); s >= rank; s--) {
                    choices[k][s] += choices[k - 1][s - rank];
                }
            }
        }
        return Ranking.twoSided(choices[size], sum);
    }

    private static double normal(Ranking ranking, double first, int sum) {
        double all = ranking.count();
        double variance = first * (all - first) / 12 * (all + 1 - ranking.tieSum() / (all * (all - 1)));
        return Ranking.normalP(sum / 2.0 - first * (all + 1) / 2, variance);
    }
}
