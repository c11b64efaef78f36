package tandem.experiment.problem;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Locale;
import java.util.stream.IntStream;

/** The word somebody may have meant. */
public final class Suggestion {
    private static final Splitter PARTS = Splitter.on(CharMatcher.anyOf("_."));

    /** Of a part that is cut off. */
    private static final int LEAST_LETTERS = 3;

    private Suggestion() {}

    /**
     * {@code "; did you mean 'learning_rate'?"}, or nothing when no candidate is near: one that the word abbreviates part by part, {@code
     * valid_acc}, before one in which at most a third of the letters, and two at least, differ.
     */
    public static String of(String word, Iterable<String> candidates) {
        String nearest = "";
        int least = Math.max(2, word.length() / 3) + 1;
        String simple = simple(word);
        String whole = abbreviated(simple, candidates);
        if (!whole.isEmpty()) {
            return "; did you mean '" + whole + "'?";
        }
        for (String candidate : candidates) {
            int distance = distance(simple, simple(candidate));
            if (distance < least && distance < candidate.length()) {
                least = distance;
                nearest = candidate;
            }
        }
        if (nearest.isEmpty()) {
            nearest = sameLastKey(simple, candidates);
        }
        return nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The nearest candidate of which the word has the beginning of each part, three letters at least where it is cut. */
    private static String abbreviated(String word, Iterable<String> candidates) {
        var parts = PARTS.splitToList(word);
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            var whole = PARTS.splitToList(simple(candidate));
            boolean fits = parts.size() == whole.size()
                    && IntStream.range(0, parts.size()).allMatch(i -> begins(parts.get(i), whole.get(i)));
            if (fits && candidate.length() < least) {
                least = candidate.length();
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static boolean begins(String part, String whole) {
        return whole.equals(part) || (part.length() >= LEAST_LETTERS && whole.startsWith(part));
    }

    /** The only path that ends in the same key, {@code training.optimizer.learning_rate} for {@code training.learning_rate}. */
    private static String sameLastKey(String word, Iterable<String> candidates) {
        String last = word.substring(word.lastIndexOf('.') + 1);
        String found = "";
        for (String candidate : candidates) {
            if (simple(candidate).endsWith("." + last)) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = candidate;
            }
        }
        return found;
    }

    private static String simple(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Levenshtein distance: inserted, deleted and replaced letters. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
