package tandem.experiment.problem;

import java.util.Locale;

/** The word somebody may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code "; did you mean 'learning_rate'?"}, or nothing when no candidate is near: at most a third of the letters, and two at least, may differ. */
    public static String of(String word, Iterable<String> candidates) {
        String nearest = "";
        int least = Math.max(2, word.length() / 3) + 1;
        String simple = simple(word);
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
