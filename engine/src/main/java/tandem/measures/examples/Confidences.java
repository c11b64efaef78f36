package tandem.measures.examples;

import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;

/** How sure the model is of the examples of a split, and of those it gets wrong. */
final class Confidences {
    private static final double CONFIDENT = 0.9;
    private static final Measured NO_ERRORS = new Measured.Undefined(Reason.NO_ERRORS);

    private final int count;
    private int errors;
    private int confidentErrors;
    private double sum;
    private double sumOfErrors;
    private double entropySum;

    private Confidences(int count) {
        this.count = count;
    }

    static Confidences of(Outcomes outcomes) {
        var confidences = new Confidences(outcomes.count());
        for (int i = 0; i < outcomes.count(); i++) {
            confidences.add(outcomes.confidence(i), outcomes.isCorrect(i), outcomes.entropy(i));
        }
        return confidences;
    }

    private void add(double confidence, boolean isCorrect, double entropy) {
        sum += confidence;
        entropySum += entropy;
        if (!isCorrect) {
            errors++;
            sumOfErrors += confidence;
            confidentErrors += confidence > CONFIDENT ? 1 : 0;
        }
    }

    Measured whenWrong() {
        return errors == 0 ? NO_ERRORS : new Measured.Defined(sumOfErrors / errors);
    }

    Measured confidentErrorShare() {
        return errors == 0 ? NO_ERRORS : new Measured.Defined((double) confidentErrors / errors);
    }

    Measured entropyMean() {
        return new Measured.Defined(entropySum / count);
    }

    /** Mean confidence minus accuracy. */
    Measured overconfidence() {
        return new Measured.Defined((sum - (count - errors)) / count);
    }
}
