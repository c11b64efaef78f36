package tandem.analysis.claims;

import java.util.Locale;

/** How the interval of a claim is found. */
enum Rule {
    STUDENT_T,
    ORDER_STATISTICS,
    CLOPPER_PEARSON,
    EXACT;

    /** As in claims.csv. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
