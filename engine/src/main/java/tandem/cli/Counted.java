package tandem.cli;

import java.util.Locale;

/** Numbers of things in a sentence. */
final class Counted {

    private Counted() {}

    /** {@code 1 cell}, {@code 10,201 cells}. */
    static String of(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
