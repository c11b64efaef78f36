package tandem.experiment.scenario.yaml;

import com.google.common.base.CharMatcher;
import java.util.HexFormat;

/** Writes nodes as YAML, always the same bytes for the same nodes: mappings in block form, mappings in a list one a line, everything else inside a list in flow form, LF. */
public final class YamlWriter {
    /** Not regular expressions: every cell of a grid is written, and these took a third of that. */
    private static final CharMatcher LETTERS =
            CharMatcher.inRange('A', 'Z').or(CharMatcher.inRange('a', 'z')).or(CharMatcher.is('_'));

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher IN_WORDS =
            LETTERS.or(DIGITS).or(CharMatcher.anyOf(".-")).precomputed();
    private static final CharMatcher IN_NUMBERS =
            DIGITS.or(CharMatcher.anyOf(".eE+-")).precomputed();

    private static final HexFormat HEX = HexFormat.of();

    private YamlWriter() {}

    /** Block form with a line end after each entry. */
    public static String block(Node.Entries entries) {
        return block(entries, 0);
    }

    /**
     * The same as it stands inside other mappings.
     *
     * @param depth how many are around it
     */
    public static String block(Node.Entries entries, int depth) {
        var text = new StringBuilder();
        block(entries, 2 * depth, text);
        return text.toString();
    }

    /** One line, as {@code [8, 4]} or {@code {kind: sgd}}; a scalar that could be mistaken is quoted. */
    public static String flow(Node node) {
        var text = new StringBuilder();
        flow(node, text);
        return text.toString();
    }

    private static void block(Node.Entries entries, int indent, StringBuilder text) {
        entries.entries().forEach((key, entry) -> {
            text.repeat(' ', indent);
            scalar(key, true, text);
            text.append(':');
            if (entry.value() instanceof Node.Entries inner && !inner.entries().isEmpty()) {
                text.append('\n');
                block(inner, indent + 2, text);
            } else if (entry.value() instanceof Node.Items items && isListOfMappings(items)) {
                text.append('\n');
                lines(items, indent + 2, text);
            } else {
                text.append(' ');
                flow(entry.value(), text);
                text.append('\n');
            }
        });
    }

    private static boolean isListOfMappings(Node.Items items) {
        return !items.items().isEmpty() && items.items().stream().allMatch(Node.Entries.class::isInstance);
    }

    private static void lines(Node.Items items, int indent, StringBuilder text) {
        for (var item : items.items()) {
            text.repeat(' ', indent).append("- ");
            flow(item, text);
            text.append('\n');
        }
    }

    private static void flow(Node node, StringBuilder text) {
        switch (node) {
            case Node.Scalar scalar -> scalar(scalar.text(), scalar.plain(), text);
            case Node.Items items -> items(items, text);
            case Node.Entries entries -> entries(entries, text);
            case Node.Unusable unusable ->
                throw new IllegalArgumentException("nothing to write at " + unusable.place());
        }
    }

    private static void items(Node.Items items, StringBuilder text) {
        text.append('[');
        String separator = "";
        for (var item : items.items()) {
            text.append(separator);
            flow(item, text);
            separator = ", ";
        }
        text.append(']');
    }

    private static void entries(Node.Entries entries, StringBuilder text) {
        text.append('{');
        String separator = "";
        for (var entry : entries.entries().entrySet()) {
            text.append(separator);
            scalar(entry.getKey(), true, text);
            text.append(": ");
            flow(entry.getValue().value(), text);
            separator = ", ";
        }
        text.append('}');
    }

    private static void scalar(String value, boolean plain, StringBuilder text) {
        boolean word = isWord(value) && !value.equals("null") && (plain || !isFlag(value));
        if (word || (plain && isNumber(value))) {
            text.append(value);
            return;
        }
        text.append('"');
        value.codePoints().forEach(character -> escaped(character, text));
        text.append('"');
    }

    private static boolean isWord(String value) {
        return !value.isEmpty() && LETTERS.matches(value.charAt(0)) && IN_WORDS.matchesAllOf(value);
    }

    private static boolean isNumber(String value) {
        int first = !value.isEmpty() && (value.charAt(0) == '-' || value.charAt(0) == '+') ? 1 : 0;
        return value.length() > first && DIGITS.matches(value.charAt(first)) && IN_NUMBERS.matchesAllOf(value);
    }

    private static boolean isFlag(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static void escaped(int character, StringBuilder text) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            default -> {
                if (character < ' ') {
                    text.append("\\x").append(HEX.toHexDigits((byte) character));
                } else {
                    text.appendCodePoint(character);
                }
            }
        }
    }
}
