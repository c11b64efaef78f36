package tandem.measures;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Optional;

/**
 * Loss and number of correct examples, paired: at the epochs 1..T, or their changes at the T - 1 steps between these.
 * Ranks are found when first asked for.
 */
final class Pairs {
    private static final double TOLERANCE = 1e-12;

    private final double[] losses;
    private final int[] correct;
    private final Optional<Reason> constant;
    private final Supplier<Ranks> lossRanks = Suppliers.memoize(() -> Ranks.of(losses()));
    private final Supplier<Ranks> correctRanks = Suppliers.memoize(() -> Ranks.of(correct()));

    private Pairs(double[] losses, int[] correct, Optional<Reason> constant) {
        this.losses = losses;
        this.correct = correct;
        this.constant = constant;
    }

    /** (L_t, c_t), t = 1..T. */
    static Pairs levels(Curve curve) {
        int count = curve.epochCount();
        double[] losses = new double[count];
        int[] correct = new int[count];
        for (int i = 0; i < count; i++) {
            losses[i] = curve.loss(i + 1);
            correct[i] = curve.correct(i + 1);
        }
        return new Pairs(
                losses,
                correct,
                constant(losses, correct, largest(losses), Reason.CONSTANT_LOSS, Reason.CONSTANT_ACCURACY));
    }

    /** (L_t - L_(t-1), c_t - c_(t-1)), t = 2..T; steps that change nothing are kept. */
    static Pairs steps(Pairs levels) {
        int count = Math.max(0, levels.losses.length - 1);
        double[] losses = new double[count];
        int[] correct = new int[count];
        for (int i = 0; i < count; i++) {
            losses[i] = levels.losses[i + 1] - levels.losses[i];
            correct[i] = levels.correct[i + 1] - levels.correct[i];
        }
        double largest = largest(levels.losses);
        return new Pairs(
                losses,
                correct,
                constant(losses, correct, largest, Reason.CONSTANT_LOSS_STEPS, Reason.CONSTANT_ACCURACY_STEPS));
    }

    double[] losses() {
        return losses;
    }

    int[] correct() {
        return correct;
    }

    /** Which of the two does not vary, the loss first. */
    Optional<Reason> constant() {
        return constant;
    }

    Ranks lossRanks() {
        return lossRanks.get();
    }

    Ranks correctRanks() {
        return correctRanks.get();
    }

    private static double largest(double[] losses) {
        double largest = 0;
        for (double loss : losses) {
            largest = Math.max(largest, Math.abs(loss));
        }
        return largest;
    }

    /** @param largestLoss the size that rounding goes by */
    private static Optional<Reason> constant(
            double[] losses, int[] correct, double largestLoss, Reason ofLoss, Reason ofAccuracy) {
        if (losses.length == 0) {
            return Optional.of(ofLoss);
        }
        double min = losses[0];
        double max = losses[0];
        boolean sameCorrect = true;
        for (int i = 0; i < losses.length; i++) {
            min = Math.min(min, losses[i]);
            max = Math.max(max, losses[i]);
            sameCorrect &= correct[i] == correct[0];
        }
        if (max - min <= TOLERANCE * Math.max(1, largestLoss)) {
            return Optional.of(ofLoss);
        }
        return sameCorrect ? Optional.of(ofAccuracy) : Optional.empty();
    }
}
