package tandem.analysis.comparison.means;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalDouble;

/** Fields of tables that other tools have written: pandas, R, spreadsheets. */
final class ForeignNumber {
    /** How they say that there is no value, or none that a mean could be taken of. */
    private static final ImmutableSet<String> UNKNOWN = ImmutableSet.of(
            "nan", "na", "n/a", "#n/a", "<na>", "null", "none", "inf", "+inf", "-inf", "infinity", "-infinity");

    private ForeignNumber() {}

    /** Whether the field says in a word that there is no finite value. */
    static boolean isUnknown(String field) {
        return UNKNOWN.contains(Ascii.toLowerCase(field.strip()));
    }

    /** Whether it is {@code True} or {@code False}. */
    static boolean isTruth(String field) {
        return Ascii.equalsIgnoreCase(field, "true") || Ascii.equalsIgnoreCase(field, "false");
    }

    /**
     * The value of a field: 1 where true, 0 where false, NaN where unknown or nothing, empty where it is no number. Java's
     * own suffixes for types are none of a table's: {@code 2d} and {@code 2f} are names.
     */
    static OptionalDouble of(String field) {
        if (field.isBlank() || isUnknown(field)) {
            return OptionalDouble.of(Double.NaN);
        }
        if (isTruth(field)) {
            return OptionalDouble.of(Ascii.equalsIgnoreCase(field, "true") ? 1 : 0);
        }
        try {
            double value = Double.parseDouble(field);
            return "dDfF".indexOf(field.charAt(field.length() - 1)) >= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.isFinite(value) ? value : Double.NaN);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
