package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import tandem.analysis.AlignedText;

/** Parts as text, for a terminal or in Markdown. Every part ends with a line feed. */
public final class Layout {
    private Layout() {}

    /** Aligned by spaces. */
    public static String text(List<Part> parts) {
        return parts.stream().map(Layout::text).collect(Collectors.joining("\n"));
    }

    private static String text(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> text + "\n";
            case Part.Sentence(String text) -> text + "\n";
            case Part.Table(var heading, var rows, int textColumns) ->
                AlignedText.of(
                        ImmutableList.<ImmutableList<String>>builder()
                                .add(heading)
                                .addAll(rows)
                                .build(),
                        column -> column >= textColumns);
        };
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
