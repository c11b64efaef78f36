package tandem.measures.examples;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.BitSet;
import java.util.OptionalInt;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;

/**
 * The way of each example of one split of one run through the epochs 1..T, told epoch by epoch; memory is O(n).
 *
 * <p>States are those at the end of an epoch. The papers measure a training example when its batch is drawn, before the
 * update, so within one epoch the model changes from example to example; here all examples see the same model, so
 * that validation examples, too, have these numbers.
 *
 * @see "Pleiss et al. (2020), Identifying Mislabeled Data using the Area Under the Margin Ranking"
 * @see "Swayamdipta et al. (2020), Dataset Cartography"
 * @see "Toneva et al. (2019), An Empirical Study of Example Forgetting during Deep Neural Network Learning"
 */
public final class ExampleDynamics {
    private static final Measured NO_EPOCH = new Measured.Undefined(Reason.TOO_SHORT);

    private final double[] marginSums;
    private final double[] means;
    private final double[] squares;
    private final int[] correctEpochs;
    private final int[] forgettingEvents;
    private final int[] firstLearned;
    private final BitSet wasCorrect;
    private int epochs;

    /** Of a split of this many examples. */
    public ExampleDynamics(int exampleCount) {
        checkArgument(exampleCount > 0, "exampleCount must be positive: %s", exampleCount);
        this.marginSums = new double[exampleCount];
        this.means = new double[exampleCount];
        this.squares = new double[exampleCount];
        this.correctEpochs = new int[exampleCount];
        this.forgettingEvents = new int[exampleCount];
        this.firstLearned = new int[exampleCount];
        this.wasCorrect = new BitSet(exampleCount);
    }

    /**
     * Sees the next epoch, the first being epoch 1: epoch 0 is not to be shown.
     *
     * <p>Mean and squared deviations of the probabilities are updated as Welford (1962) does: a small spread around a
     * large mean keeps its digits.
     */
    public void add(Outcomes outcomes) {
        int n = means.length;
        checkArgument(outcomes.count() == n, "the split has %s examples, not %s", n, outcomes.count());
        epochs++;
        for (int i = 0; i < n; i++) {
            marginSums[i] += outcomes.margin(i);
            double p = outcomes.labelProbability(i);
            double deviation = p - means[i];
            means[i] += deviation / epochs;
            squares[i] += deviation * (p - means[i]);
            addDecision(i, outcomes.isCorrect(i));
        }
    }

    private void addDecision(int i, boolean isCorrect) {
        if (isCorrect) {
            if (correctEpochs[i] == 0) {
                firstLearned[i] = epochs;
            }
            correctEpochs[i]++;
        } else if (wasCorrect.get(i)) {
            forgettingEvents[i]++;
        }
        wasCorrect.set(i, isCorrect);
    }

    /** T, the epochs seen. */
    public int epochCount() {
        return epochs;
    }

    /**
     * Area under the margin: mean over the epochs 1..T of the logit margin {@code z_y - max over j != y of z_j}. Low,
     * also negative, where other examples outvote the label.
     */
    public Measured aum(int example) {
        return mean(marginSums[example]);
    }

    /** Mean over the epochs 1..T of the label's probability, in [0, 1]; the cartography's confidence. */
    public Measured goldConfidence(int example) {
        return epochs == 0 ? NO_EPOCH : new Measured.Defined(means[example]);
    }

    /** Population standard deviation over the epochs 1..T of the label's probability, in [0, 1/2]. */
    public Measured variability(int example) {
        return epochs == 0 ? NO_EPOCH : new Measured.Defined(Math.sqrt(squares[example] / epochs));
    }

    /** Share of the epochs 1..T in which the example is classified correctly. */
    public Measured correctness(int example) {
        return mean(correctEpochs[example]);
    }

    /**
     * Number of epochs t in 1..T-1 with the example right at t and wrong at t + 1; empty for an example that never was
     * right, which Toneva et al. count as forgotten infinitely often.
     */
    public OptionalInt forgettingEvents(int example) {
        return correctEpochs[example] == 0 ? OptionalInt.empty() : OptionalInt.of(forgettingEvents[example]);
    }

    /** First of the epochs 1..T in which the example is classified correctly; empty if there is none. */
    public OptionalInt firstLearnedEpoch(int example) {
        return correctEpochs[example] == 0 ? OptionalInt.empty() : OptionalInt.of(firstLearned[example]);
    }

    private Measured mean(double sum) {
        return epochs == 0 ? NO_EPOCH : Finite.of(sum / epochs);
    }
}
