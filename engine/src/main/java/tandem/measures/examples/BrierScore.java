package tandem.measures.examples;

import tandem.measures.Outcomes;

/**
 * The Brier score of a split and its parts: {@code score = reliability - resolution + uncertainty + residual}.
 *
 * <p>{@code score = mean over examples of sum over k of (p_k - y_k)^2} with y_k 1 for the label and 0 otherwise, in
 * [0, 2]; for two classes it is twice the score of one of them. Each class is decomposed by itself, in the 15 bins
 * of equal width of its own p_k, and the parts are summed over the classes. With the means p_b and o_b of p_k and y_k
 * over the n_b examples of bin b, and o of y_k over all n:
 *
 * @param reliability {@code sum of n_b / n (p_b - o_b)^2}: 0 where the bins are calibrated
 * @param resolution {@code sum of n_b / n (o_b - o)^2}: how far the bins part the classes
 * @param uncertainty {@code o (1 - o)}: what the data have
 * @param residual {@code 1/n sum over examples of (p - p_b)^2 - 2 (p - p_b)(y - o_b)}: spread inside the bins; 0 where
 *     the probabilities of each bin are equal
 * @see "Murphy (1973), A New Vector Partition of the Probability Score"
 * @see "Stephenson, Coelho, Jolliffe (2008), Two Extra Components in the Brier Score Decomposition"
 */
record BrierScore(double score, double reliability, double resolution, double uncertainty, double residual) {

    static BrierScore of(Outcomes outcomes) {
        var total = new BrierScore(0, 0, 0, 0, 0);
        for (int label = 0; label < outcomes.classCount(); label++) {
            total = total.plus(ofClass(outcomes, label));
        }
        return total;
    }

    private BrierScore plus(BrierScore other) {
        return new BrierScore(
                score + other.score,
                reliability + other.reliability,
                resolution + other.resolution,
                uncertainty + other.uncertainty,
                residual + other.residual);
    }

    private static BrierScore ofClass(Outcomes outcomes, int label) {
        int n = outcomes.count();
        int[] counts = new int[ProbabilityBins.COUNT];
        int[] hits = new int[ProbabilityBins.COUNT];
        double[] forecasts = new double[ProbabilityBins.COUNT];
        double squares = 0;
        int allHits = 0;
        for (int i = 0; i < n; i++) {
            double p = outcomes.probability(i, label);
            int bin = ProbabilityBins.indexOf(p);
            int hit = outcomes.label(i) == label ? 1 : 0;
            counts[bin]++;
            hits[bin] += hit;
            allHits += hit;
            forecasts[bin] += p;
            squares += (p - hit) * (p - hit);
        }
        double rate = (double) allHits / n;
        double reliability = 0;
        double resolution = 0;
        double[] rates = new double[counts.length];
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0) {
                forecasts[b] /= counts[b];
                rates[b] = (double) hits[b] / counts[b];
                reliability += counts[b] * (forecasts[b] - rates[b]) * (forecasts[b] - rates[b]);
                resolution += counts[b] * (rates[b] - rate) * (rates[b] - rate);
            }
        }
        double residual = residual(outcomes, label, forecasts, rates);
        return new BrierScore(squares / n, reliability / n, resolution / n, rate * (1 - rate), residual);
    }

    /** Computed from the deviations themselves, not as what is missing to the score. */
    private static double residual(Outcomes outcomes, int label, double[] forecasts, double[] rates) {
        double sum = 0;
        for (int i = 0; i < outcomes.count(); i++) {
            double p = outcomes.probability(i, label);
            int bin = ProbabilityBins.indexOf(p);
            int hit = outcomes.label(i) == label ? 1 : 0;
            double deviation = p - forecasts[bin];
            sum += deviation * deviation - 2 * deviation * (hit - rates[bin]);
        }
        return sum / outcomes.count();
    }
}
