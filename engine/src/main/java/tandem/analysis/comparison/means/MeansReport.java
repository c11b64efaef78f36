package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableList;

/**
 * All comparisons that were made together.
 *
 * @param factors whose levels the comparisons name
 * @param count how many comparisons share the error: those with values on both sides
 * @param confidence that all intervals together have at least; each has {@code 1 - (1 - confidence) / count}
 * @param notes how it was compared, and over what
 */
public record MeansReport(
        ImmutableList<String> factors,
        ImmutableList<Comparison> comparisons,
        int count,
        double confidence,
        ImmutableList<String> notes) {

    /** With a note more, unless it is empty. */
    public MeansReport with(String note) {
        return note.isEmpty()
                ? this
                : new MeansReport(
                        factors,
                        comparisons,
                        count,
                        confidence,
                        ImmutableList.<String>builder().addAll(notes).add(note).build());
    }

    /** Whether no comparison has two values on both sides, though some have one. */
    public boolean lacksReplicates() {
        return comparisons.stream().anyMatch(Comparison::hasTooFew)
                && comparisons.stream()
                        .allMatch(one -> one.difference()
                                .flatMap(MeanDifference::interval)
                                .isEmpty());
    }

    /** How many came to a verdict. */
    public long count(Verdict verdict) {
        return comparisons.stream()
                .filter(comparison -> comparison.judgement().verdict() == verdict)
                .count();
    }

    /** Level of each interval. */
    public double level() {
        return 1 - (1 - confidence) / Math.max(1, count);
    }
}
