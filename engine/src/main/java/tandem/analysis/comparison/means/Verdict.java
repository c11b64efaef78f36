package tandem.analysis.comparison.means;

import java.util.Locale;

/** What a comparison comes to, from the first side's point of view of the second. */
public enum Verdict {
    /** No value differs. */
    SAME,
    /** The whole interval lies within the band of practical equivalence. */
    EQUIVALENT,
    /** The whole interval lies on the better side of 0. */
    BETTER,
    /** The whole interval lies on the worse side of 0. */
    WORSE,
    /** The whole interval lies on one side of 0, and the measure has no better side. */
    DIFFERENT,
    /** The interval decides nothing. */
    INCONCLUSIVE,
    /** One side has no values. */
    MISSING;

    /** As in tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
