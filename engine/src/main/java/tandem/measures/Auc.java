package tandem.measures;

import java.util.Arrays;

/** Area under the curve of true positives over false positives, for two classes. */
final class Auc {

    private Auc() {}

    /**
     * The chance that of an example of class 1 and one of class 0 the former has the larger {@code z_1 - z_0}, equal ones
     * counting half; the same with the classes exchanged. Logits, because probabilities tie where they round to 0 or 1.
     */
    static Measured of(Outcomes outcomes) {
        long[] labelled = outcomes.classCounts().labelled();
        if (labelled[0] == 0 || labelled[1] == 0) {
            return new Measured.Undefined(Reason.EMPTY_CLASS);
        }
        double[][] scores = {new double[(int) labelled[0]], new double[(int) labelled[1]]};
        int[] next = new int[2];
        for (int i = 0; i < outcomes.count(); i++) {
            int label = outcomes.label(i);
            scores[label][next[label]++] = outcomes.logit(i, 1) - outcomes.logit(i, 0);
        }
        Arrays.sort(scores[0]);
        Arrays.sort(scores[1]);
        return new Measured.Defined(doubledWins(scores[0], scores[1]) / (2.0 * labelled[0] * labelled[1]));
    }

    /** Twice the pairs in which the second is larger, and once those in which both are equal. */
    private static long doubledWins(double[] losers, double[] winners) {
        long wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double winner : winners) {
            while (below < losers.length && losers[below] < winner) {
                below++;
            }
            while (notAbove < losers.length && losers[notAbove] <= winner) {
                notAbove++;
            }
            wins += below + notAbove;
        }
        return wins;
    }
}
