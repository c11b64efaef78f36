package tandem.measures.examples;

/** The 15 bins (b / 15, (b + 1) / 15] of probabilities, b = 0..14; 0 itself belongs to the first. */
final class ProbabilityBins {
    static final int COUNT = 15;

    private ProbabilityBins() {}

    /**
     * Bin of a probability: the edges are the doubles nearest to b / 15.
     *
     * <p>The product may be rounded up to the next whole number, which the comparison undoes, but never down past one:
     * the double above an edge is above b / 15 itself.
     */
    static int indexOf(double probability) {
        int bin = (int) (probability * COUNT);
        return bin > 0 && probability <= (double) bin / COUNT ? bin - 1 : Math.min(bin, COUNT - 1);
    }
}
