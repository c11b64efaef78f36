package tandem.analysis.comparison.means;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tells repetitions apart, on all sides of a comparison together: numbers from anywhere, random seeds, names. So the
 * memory for a replicate does not depend on its number.
 */
final class Replicates {
    private final Map<Replicate, Integer> ids = new LinkedHashMap<>();

    /** Whole numbers by value, before names. */
    private record Replicate(boolean isName, long number, String name) {
        static final Comparator<Replicate> ORDER = Comparator.comparing(Replicate::isName)
                .thenComparingLong(Replicate::number)
                .thenComparing(Replicate::name);
    }

    /** The same for the same field; {@code 1} and {@code 1.0} are. */
    int idOf(String field) {
        return ids.computeIfAbsent(replicate(field), _ -> ids.size());
    }

    private static Replicate replicate(String field) {
        try {
            double number = Double.parseDouble(field);
            // Beyond, neighbouring whole numbers are one double.
            if (number == Math.rint(number) && Math.abs(number) < 0x1p53) {
                return new Replicate(false, (long) number, "");
            }
        } catch (NumberFormatException e) {
            return new Replicate(true, 0, field.strip());
        }
        return new Replicate(true, 0, field.strip());
    }

    /** By id the position in the order of all, which does not depend on that of the rows. */
    int[] ranks() {
        List<Map.Entry<Replicate, Integer>> sorted = new ArrayList<>(ids.entrySet());
        sorted.sort(Map.Entry.comparingByKey(Replicate.ORDER));
        int[] ranks = new int[sorted.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[sorted.get(rank).getValue()] = rank;
        }
        return ranks;
    }
}
