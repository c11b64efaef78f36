package tandem.analysis.comparison.means;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Wilcoxon's signed-rank test: two-sided p of the hypothesis that differences lie symmetrically around 0. Zeros are
 * dropped, ties have mean ranks.
 *
 * <p>Up to {@value Ranking#MOST_EXACT} differences the distribution is exact, given the ranks as they are, ties
 * included: every difference has either sign with probability 1/2, and {@code p = 2 min(P(W <= w), P(W >= w))}, at most 1.
 * Beyond, it is normal with mean {@code n (n + 1) / 4} and variance {@code (n (n + 1) (2 n + 1) - sum (t^3 - t) / 2) /
 * 24} over groups of t ties, without correction for continuity.
 *
 * @see "Wilcoxon (1945), Biometrics Bulletin 1, 80"
 */
public final class SignedRank {
    private SignedRank() {}

    /**
     * @param size the largest of the values that differ, without its sign
     * @return empty where no difference is left
     */
    public static OptionalDouble p(double[] differences, double size) {
        double[] left = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (left.length == 0) {
            return OptionalDouble.empty();
        }
        var ranking = Ranking.of(Arrays.stream(left).map(Math::abs).toArray(), size);
        int positive = 0;
        for (int i = 0; i < left.length; i++) {
            positive += left[i] > 0 ? ranking.doubled(i) : 0;
        }
        return OptionalDouble.of(
                left.length <= Ranking.MOST_EXACT ? exact(ranking, positive) : normal(ranking, positive));
    }

    private static double exact(Ranking ranking, int positive) {
        int n = ranking.count();
        // Number of sign patterns by twice their sum of positive ranks: below 2^53, so exact.
        double[] patterns = new double[ranking.doubledSum() + 1];
        patterns[0] = 1;
        for (int i = 0; i < n; i++) {
            int rank = ranking.doubled(i);
            for (int sum = patterns.length - 1; sum >= rank; sum--) {
                patterns[sum] += patterns[sum - rank];
            }
        }
        return Ranking.twoSided(patterns, positive);
    }

    private static double normal(Ranking ranking, int positive) {
        double n = ranking.count();
        double variance = (n * (n + 1) * (2 * n + 1) - ranking.tieSum() / 2) / 24;
        return Ranking.normalP(positive / 2.0 - n * (n + 1) / 4, variance);
    }
}
