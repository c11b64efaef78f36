package tandem.training;

import tandem.training.kernels.Elementary;

/**
 * What one model says of every example of a split, in the order of {@link tandem.training.data.Examples}. Whoever trains it, the bits are the same.
 *
 * <p>Predictions are those that the trajectory counts. The mean of the losses equals the trajectory's loss up to rounding: that one shares
 * logarithms between examples.
 *
 * @param losses cross-entropy of each example, nats
 * @param predictions predicted class of each example
 * @param logits {@code [example][class]}; a model with one logit z has 0 and z
 * @param probabilities {@code [example][class]}, their softmax
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
public record ExampleStates(double[] losses, int[] predictions, double[] logits, double[] probabilities) {

    private ExampleStates(int count, int classCount) {
        this(new double[count], new int[count], new double[count * classCount], new double[count * classCount]);
    }

    /**
     * Of a model with one logit. With {@code s = exp(-|z|)} the probability of class 1 is {@code 1 / (1 + s)} for {@code z >= 0} and {@code s / (1 + s)} below,
     * that of class 0 the other way round, so that both keep their tails; class 1 is predicted iff its probability, as this double, is above the threshold.
     *
     * @param z one logit an example
     * @param labels 0 or 1
     */
    static ExampleStates ofOneLogit(double[] z, int[] labels, double threshold) {
        int count = labels.length;
        var states = new ExampleStates(count, 2);
        for (int i = 0; i < count; i++) {
            double s = Elementary.exp(-Math.abs(z[i]));
            double likely = 1 / (1 + s);
            double unlikely = s / (1 + s);
            double p = z[i] < 0 ? unlikely : likely;
            double margin = labels[i] == 1 ? z[i] : -z[i];
            states.losses[i] = (margin > 0 ? 0 : -margin) + Elementary.log1p(s);
            states.predictions[i] = p > threshold ? 1 : 0;
            states.logits[2 * i + 1] = z[i];
            states.probabilities[2 * i] = z[i] < 0 ? likely : unlikely;
            states.probabilities[2 * i + 1] = p;
        }
        return states;
    }

    /**
     * Of a model with one logit a class. The largest logit wins, the first of equal ones; with {@code s} the sum of {@code exp(z_j - max)} over the others the loss is
     * {@code (max - z_label) + log1p(s)}.
     *
     * @param z {@code [example][class]}, kept as the logits
     */
    static ExampleStates ofLogits(double[] z, int[] labels) {
        int count = labels.length;
        int classCount = z.length / count;
        var states = new ExampleStates(new double[count], new int[count], z, new double[z.length]);
        for (int i = 0; i < count; i++) {
            states.set(i, i * classCount, (i + 1) * classCount, labels[i]);
        }
        return states;
    }

    /** The same outputs held against other labels: other losses, everything else shared. */
    public ExampleStates against(int[] labels) {
        int classCount = logits.length / labels.length;
        double[] changed = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int from = i * classCount;
            int best = best(from, from + classCount);
            changed[i] =
                    (logits[best] - logits[from + labels[i]]) + Elementary.log1p(others(from, from + classCount, best));
        }
        return new ExampleStates(changed, predictions, logits, probabilities);
    }

    private int best(int from, int to) {
        int best = from;
        for (int at = from + 1; at < to; at++) {
            best = logits[at] > logits[best] ? at : best;
        }
        return best;
    }

    private double others(int from, int to, int best) {
        double others = 0;
        for (int at = from; at < to; at++) {
            others += at == best ? 0 : Elementary.exp(logits[at] - logits[best]);
        }
        return others;
    }

    private void set(int example, int from, int to, int label) {
        int best = best(from, to);
        double others = 0;
        for (int at = from; at < to; at++) {
            if (at != best) {
                probabilities[at] = Elementary.exp(logits[at] - logits[best]);
                others += probabilities[at];
            }
        }
        probabilities[best] = 1;
        for (int at = from; at < to; at++) {
            probabilities[at] /= 1 + others;
        }
        losses[example] = (logits[best] - logits[from + label]) + Elementary.log1p(others);
        predictions[example] = best - from;
    }
}
