package tandem.analysis.claims;

import java.util.Locale;

/** What becomes of a claim. */
enum Verdict {
    HOLDS,
    FAILS,
    UNDECIDED;

    /** As in claims.csv. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
