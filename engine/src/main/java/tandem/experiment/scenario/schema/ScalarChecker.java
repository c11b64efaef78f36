package tandem.experiment.scenario.schema;

import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.scenario.yaml.Node;

/** Checks single values and writes each in its one canonical form: a real as {@code Double.toString}, a whole number without sign or leading zeros. */
final class ScalarChecker {
    /** How many words a message lists. */
    private static final int MOST_CHOICES = 20;

    private static final Type.Range PERCENT = new Type.Range(1, true, 100, false);

    private static final double PLAIN_LONGS = 1e15;

    private final Problems problems;

    ScalarChecker(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    Node text(Type.Text type, Node node, KeyPath path) {
        if (!(node instanceof Node.Scalar scalar)) {
            return reject(node, path, "must be " + type.what());
        }
        if (!type.pattern().matcher(scalar.text()).matches()) {
            return reject(node, path, "must be " + type.what() + ": '" + scalar.text() + "'");
        }
        return scalar.withText(scalar.text(), false);
    }

    @Nullable
    Node whole(Type.Whole type, Node node, KeyPath path) {
        if (!(node instanceof Node.Scalar scalar)) {
            return reject(node, path, "must be " + what(type));
        }
        var value = Numbers.whole(scalar);
        if (value.isEmpty() || value.getAsLong() < type.min() || value.getAsLong() > type.max()) {
            return reject(node, path, "must be " + what(type) + ": " + shown(scalar));
        }
        return scalar.withText(Long.toString(value.getAsLong()), true);
    }

    @Nullable
    Node real(Type.Real type, Node node, KeyPath path) {
        if (!(node instanceof Node.Scalar scalar)) {
            return reject(node, path, "must be " + what(type));
        }
        if (Numbers.isNotFinite(scalar)) {
            return reject(node, path, "must be finite: " + scalar.text());
        }
        var value = Numbers.real(scalar);
        if (value.isEmpty() || !type.range().contains(value.getAsDouble())) {
            return reject(node, path, "must be " + what(type) + ": " + shown(scalar) + percent(type, value));
        }
        return scalar.withText(Double.toString(value.getAsDouble()), true);
    }

    /** For somebody who wrote 30 and meant 30 %. */
    private static String percent(Type.Real type, OptionalDouble value) {
        if (!type.range().equals(Type.Range.UNIT) || value.isEmpty() || !PERCENT.contains(value.getAsDouble())) {
            return "";
        }
        var percent = BigDecimal.valueOf(value.getAsDouble()).stripTrailingZeros();
        return "; " + percent.toPlainString() + " % is "
                + percent.movePointLeft(2).toPlainString();
    }

    @Nullable
    Node flag(Node node, KeyPath path) {
        if (node instanceof Node.Scalar scalar
                && (scalar.text().equals("true") || scalar.text().equals("false"))
                && scalar.plain()) {
            return scalar;
        }
        return reject(
                node, path, "must be true or false" + (node instanceof Node.Scalar scalar ? ": " + shown(scalar) : ""));
    }

    @Nullable
    Node choice(Type.Choice type, Node node, KeyPath path) {
        String must = type.choices().size() == 1
                ? "must be " + type.choices().getFirst()
                : "must be one of " + String.join(", ", Iterables.limit(type.choices(), MOST_CHOICES))
                        + (type.choices().size() > MOST_CHOICES ? ", ... (tandem schema lists all)" : "");
        if (!(node instanceof Node.Scalar scalar)) {
            return reject(node, path, must);
        }
        if (!type.choices().contains(scalar.text())) {
            return reject(node, path, must + ": " + shown(scalar) + Suggestion.of(scalar.text(), type.choices()));
        }
        return scalar.withText(scalar.text(), true);
    }

    private @Nullable Node reject(Node node, KeyPath path, String message) {
        problems.add(node.place(), path, message);
        return null;
    }

    private static String shown(Node.Scalar scalar) {
        if (scalar.plain()) {
            return scalar.text();
        }
        boolean number = Numbers.isReal(new Node.Scalar(scalar.text(), true, scalar.place()));
        return "'" + scalar.text() + "'" + (number ? " is a text; remove the quotes" : "");
    }

    static String what(Type.Whole type) {
        if (type.max() >= Integer.MAX_VALUE - 1) {
            return type.min() <= Integer.MIN_VALUE
                    ? "a whole number" + within(type)
                    : "a whole number of at least " + type.min() + upTo(type);
        }
        return "a whole number from " + type.min() + " to " + type.max();
    }

    private static String within(Type.Whole type) {
        return type.min() == Integer.MIN_VALUE ? " that fits in 32 bits" : " that fits in 64 bits";
    }

    private static String upTo(Type.Whole type) {
        return type.max() <= Integer.MAX_VALUE ? " that fits in 32 bits" : "";
    }

    static String what(Type.Real type) {
        var range = type.range();
        String high =
                Double.isInfinite(range.high()) ? "" : (range.highOpen() ? "below " : "at most ") + shown(range.high());
        if (Double.isInfinite(range.low())) {
            return high.isEmpty() ? "a number" : "a number " + high;
        }
        String low = (range.lowOpen() ? "above " : "of at least ") + shown(range.low());
        return "a number " + low + (high.isEmpty() ? "" : " and " + high);
    }

    private static String shown(double bound) {
        return Math.abs(bound) < PLAIN_LONGS && bound == Math.rint(bound)
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
