package tandem.experiment.problem;

import com.google.common.base.CharMatcher;
import java.util.Locale;

/** Text out of files on its way to a terminal. */
public final class Printable {
    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
    private static final CharMatcher TURNS_TEXT = CharMatcher.anyOf("\u061c\u200e\u200f")
            .or(CharMatcher.inRange('\u202a', '\u202e'))
            .or(CharMatcher.inRange('\u2066', '\u2069'));

    private static final CharMatcher ENDS_LINE = CharMatcher.inRange('\u2028', '\u2029');

    private static final CharMatcher UNSAFE = CharMatcher.javaIsoControl()
            .and(CharMatcher.isNot('\t'))
            .or(TURNS_TEXT)
            .or(ENDS_LINE);

    private Printable() {}

    /**
     * The text as one line that steers no terminal: control characters except tabs, line ends, and what turns the direction of text are shown as
     * {@code \}{@code u001B}.
     */
    public static String of(String text) {
        if (UNSAFE.matchesNoneOf(text)) {
            return text;
        }
        var shown = new StringBuilder();
        text.chars().forEach(character -> {
            if (UNSAFE.matches((char) character)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", character));
            } else {
                shown.append((char) character);
            }
        });
        return shown.toString();
    }
}
