package tandem.analysis.comparison;

import java.util.Locale;

/** Numbers of things in sentences. */
final class Counts {
    private Counts() {}

    /** {@code 1 row}, {@code 1,200 rows}. */
    static String of(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }

    /** {@code 1 of 20 rows differs}, {@code 3 of 20 rows differ}. */
    static String differing(long count, long all, String thing) {
        return String.format(Locale.ROOT, "%,d of %s %s", count, of(all, thing), count == 1 ? "differs" : "differ");
    }
}
