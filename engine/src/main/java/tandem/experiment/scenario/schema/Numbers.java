package tandem.experiment.scenario.schema;

import com.google.common.primitives.Longs;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tandem.experiment.scenario.yaml.Node;

/** Numbers as YAML 1.2 writes them, unquoted. */
public final class Numbers {
    private static final int LONGEST = 64;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private Numbers() {}

    /** Empty unless the scalar is a whole number within a long. */
    public static OptionalLong whole(Node.Scalar scalar) {
        if (!isWhole(scalar)) {
            return OptionalLong.empty();
        }
        String text = scalar.text();
        Long value = Longs.tryParse(text.startsWith("+") ? text.substring(1) : text);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The double nearest to the number; empty unless the scalar is one and finite. */
    public static OptionalDouble real(Node.Scalar scalar) {
        if (!isReal(scalar)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(scalar.text());
        // Adding 0 turns -0 into 0: one number, one text.
        return Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty();
    }

    public static boolean isWhole(Node.Scalar scalar) {
        return scalar.plain()
                && scalar.text().length() <= LONGEST
                && WHOLE.matcher(scalar.text()).matches();
    }

    public static boolean isReal(Node.Scalar scalar) {
        return scalar.plain()
                && scalar.text().length() <= LONGEST
                && REAL.matcher(scalar.text()).matches();
    }

    /** Whether the scalar says infinity or NaN, or is a number beyond the largest double. */
    static boolean isNotFinite(Node.Scalar scalar) {
        return scalar.plain()
                && (NOT_FINITE.matcher(scalar.text()).matches()
                        || (isReal(scalar) && real(scalar).isEmpty()));
    }
}
