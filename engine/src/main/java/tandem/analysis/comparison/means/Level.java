package tandem.analysis.comparison.means;

import com.google.common.base.CharMatcher;
import com.google.common.primitives.Doubles;
import org.jspecify.annotations.Nullable;

/** Levels of factors, as tables and users write them. */
public final class Level {
    private static final CharMatcher OF_NUMBERS = CharMatcher.anyOf("+-.0123456789eE");

    private Level() {}

    /** Whether the level of a table is the one that was asked for: the same text, or the same number, as 0.0 is 0. */
    public static boolean isMeant(String asked, String present) {
        if (asked.equals(present)) {
            return true;
        }
        Double number = number(asked);
        return number != null && number.equals(number(present));
    }

    private static @Nullable Double number(String text) {
        return OF_NUMBERS.matchesAllOf(text) ? Doubles.tryParse(text) : null;
    }
}
