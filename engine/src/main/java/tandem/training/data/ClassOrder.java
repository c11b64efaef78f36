package tandem.training.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.UnsignedBytes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The order of classes: by value where every label is a number, otherwise by code point. */
public final class ClassOrder {
    /** A decimal number as people write it: no hexadecimal, no type suffix, no NaN. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** The order of UTF-8 bytes is the order of code points; that of Java's UTF-16 strings is not. */
    private static final Comparator<String> BY_CODE_POINT = Comparator.comparing(
            label -> label.getBytes(StandardCharsets.UTF_8), UnsignedBytes.lexicographicalComparator());

    private ClassOrder() {}

    /** The distinct labels in order; numbers of equal value by code point. */
    public static ImmutableList<String> of(Collection<String> labels) {
        boolean numeric = labels.stream().allMatch(ClassOrder::isNumber);
        var order =
                numeric ? Comparator.comparingDouble(Double::parseDouble).thenComparing(BY_CODE_POINT) : BY_CODE_POINT;
        return labels.stream().distinct().sorted(order).collect(toImmutableList());
    }

    /** Whether a text is a decimal number, finite or too large for a double. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
