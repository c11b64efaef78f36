package tandem.analysis.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of a scenario as people write them. */
final class Plain {
    /** Numbers with at most so many decimals are written without an exponent. */
    private static final int MOST_DECIMALS = 8;

    private Plain() {}

    /** A number without needless digits, a list with commas, a map as {@code key value, key value}. */
    static String text(Object value) {
        return switch (value) {
            case Double number when Double.isFinite(number) -> number(number);
            case List<?> list -> "[" + list.stream().map(Plain::text).collect(Collectors.joining(", ")) + "]";
            case Map<?, ?> map ->
                ScenarioTree.map(map).entrySet().stream()
                        .map(entry -> words(entry.getKey()) + " " + text(entry.getValue()))
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String number(double value) {
        var decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return decimal.scale() <= MOST_DECIMALS && decimal.precision() - decimal.scale() <= MOST_DECIMALS
                ? decimal.toPlainString()
                : decimal.toString();
    }

    static String words(String key) {
        return key.replace('_', ' ');
    }
}
