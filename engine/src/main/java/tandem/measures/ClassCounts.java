package tandem.measures;

/**
 * How labels and predictions of n examples agree, by class.
 *
 * @param labelled examples of each class
 * @param predicted predictions of each class
 * @param hits examples of each class that are predicted as such
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
record ClassCounts(long[] labelled, long[] predicted, long[] hits) {

    static ClassCounts of(Outcomes outcomes) {
        long[] labelled = new long[outcomes.classCount()];
        long[] predicted = new long[outcomes.classCount()];
        long[] hits = new long[outcomes.classCount()];
        for (int i = 0; i < outcomes.count(); i++) {
            labelled[outcomes.label(i)]++;
            predicted[outcomes.prediction(i)]++;
            if (outcomes.isCorrect(i)) {
                hits[outcomes.label(i)]++;
            }
        }
        return new ClassCounts(labelled, predicted, hits);
    }

    int emptyClasses() {
        int empty = 0;
        for (long count : labelled) {
            empty += count == 0 ? 1 : 0;
        }
        return empty;
    }

    /** {@code 1 - loss / H}, H the entropy of the class shares. */
    Measured lossSkill(double loss) {
        return hasSingleClass()
                ? new Measured.Undefined(Reason.SINGLE_CLASS)
                : Measured.ofComputed(1 - loss / entropy());
    }

    /** {@code (A - M) / (1 - M)}, M the share of the most frequent class. */
    Measured accuracySkill() {
        long majority = 0;
        for (long count : labelled) {
            majority = Math.max(majority, count);
        }
        return hasSingleClass()
                ? new Measured.Undefined(Reason.SINGLE_CLASS)
                : new Measured.Defined((double) (sum(hits) - majority) / (sum(labelled) - majority));
    }

    private boolean hasSingleClass() {
        return emptyClasses() == labelled.length - 1;
    }

    /** Entropy of the shares of the classes, nats. */
    private double entropy() {
        double n = sum(labelled);
        double entropy = 0;
        for (long count : labelled) {
            if (count > 0) {
                entropy -= count / n * StrictMath.log(count / n);
            }
        }
        return entropy;
    }

    /** Mean recall of the classes that have examples. */
    double balancedAccuracy() {
        double sum = 0;
        for (int c = 0; c < hits.length; c++) {
            sum += labelled[c] == 0 ? 0 : (double) hits[c] / labelled[c];
        }
        return sum / (hits.length - emptyClasses());
    }

    /** Mean {@code F1 = 2 hits / (labelled + predicted)} of the classes that have examples. */
    double macroF1() {
        double sum = 0;
        for (int c = 0; c < hits.length; c++) {
            sum += labelled[c] == 0 ? 0 : 2.0 * hits[c] / (labelled[c] + predicted[c]);
        }
        return sum / (hits.length - emptyClasses());
    }

    /** {@code (p_o - p_e) / (1 - p_e)}, from whole numbers so that p_e = 1 is seen exactly. */
    Measured kappa() {
        long n = sum(labelled);
        long chance = 0;
        for (int c = 0; c < hits.length; c++) {
            chance += labelled[c] * predicted[c];
        }
        return n * n == chance
                ? new Measured.Undefined(Reason.CERTAIN_AGREEMENT)
                : new Measured.Defined((double) (n * sum(hits) - chance) / (n * n - chance));
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
