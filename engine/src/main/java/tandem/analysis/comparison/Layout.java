package tandem.analysis.comparison;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import tandem.analysis.AlignedText;

/** Parts as text, for a terminal or in Markdown. Every part ends with a line feed. */
public final class Layout {
    /** Letters of a line that terminals and narrow windows hold, where the content allows. */
    static final int WIDTH = 120;

    private static final String KEPT = "\u0000";

    private Layout() {}

    /** Aligned by spaces. */
    public static String text(List<Part> parts) {
        return parts.stream().map(Layout::text).collect(Collectors.joining("\n"));
    }

    private static String text(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> text + "\n";
            case Part.Sentence(String text) -> wrapped(text);
            case Part.Table table -> aligned(table);
        };
    }

    private static String aligned(Part.Table table) {
        return AlignedText.of(
                ImmutableList.<ImmutableList<String>>builder()
                        .add(table.heading())
                        .addAll(table.rows())
                        .build(),
                column -> column >= table.textColumns());
    }

    /** Letters of the longest line of a table on a terminal. */
    static int width(Part.Table table) {
        return aligned(table).lines().mapToInt(String::length).max().orElse(0);
    }

    /** In lines of at most {@link #WIDTH} letters where words allow. */
    private static String wrapped(String text) {
        var lines = new StringBuilder();
        int length = 0;
        // A number keeps its percent sign.
        for (String part : Splitter.on(' ').split(text.replace(" %", KEPT + "%"))) {
            String word = part.replace(KEPT, " ");
            if (length > 0 && length + 1 + word.length() > WIDTH) {
                lines.append('\n');
                length = 0;
            } else if (length > 0) {
                lines.append(' ');
                length++;
            }
            lines.append(word);
            length += word.length();
        }
        return lines.append('\n').toString();
    }

    /** As GitHub's Markdown, in which no text of a table has a meaning of its own. */
    public static String markdown(List<Part> parts) {
        return parts.stream().map(Layout::markdown).collect(Collectors.joining("\n"));
    }

    private static String markdown(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> "## " + escaped(text) + "\n";
            case Part.Sentence(String text) -> escaped(text) + "\n";
            case Part.Table(var heading, var rows, int textColumns) -> {
                var lines = new StringBuilder(line(heading));
                for (int c = 0; c < heading.size(); c++) {
                    lines.append(c < textColumns ? "| --- " : "| ---: ");
                }
                lines.append("|\n");
                rows.forEach(row -> lines.append(line(row)));
                yield lines.toString();
            }
        };
    }

    private static String line(ImmutableList<String> fields) {
        return fields.stream().map(Layout::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '|', '<', '>', '*', '_', '`', '[', ']', '\\', '#', '&', '~', '$' ->
                    escaped.append('\\').append(character);
                case '\n', '\r' -> escaped.append(' ');
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
