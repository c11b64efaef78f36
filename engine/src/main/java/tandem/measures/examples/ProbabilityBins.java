package tandem.measures.examples;

/** The 15 bins (b / 15, (b + 1) / 15] of probabilities, b = 0..14; 0 itself belongs to the first. */
final class ProbabilityBins {
    static final int COUNT = 15;

    private ProbabilityBins() {}

    /** Bin of a probability: the edges are the doubles nearest to b / 15, however the product is rounded. */
    static int indexOf(double probability) {
        int bin = Math.max(0, Math.min(COUNT - 1, (int) (probability * COUNT)));
        if (bin > 0 && probability <= (double) bin / COUNT) {
            return bin - 1;
        }
        return bin < COUNT - 1 && probability > (double) (bin + 1) / COUNT ? bin + 1 : bin;
    }
}
