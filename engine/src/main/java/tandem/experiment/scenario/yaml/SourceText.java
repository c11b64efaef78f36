package tandem.experiment.scenario.yaml;

import com.google.common.collect.ImmutableList;

/**
 * A text that a problem can point into.
 *
 * @param file as the user knows it: a file name, or a command-line option with its text
 * @param lines without line ends; empty for an option, where a line number would say nothing
 */
public record SourceText(String file, ImmutableList<String> lines) {
    private static final int LONGEST_EXCERPT = 160;

    public static SourceText ofFile(String file, String text) {
        return new SourceText(file, text.lines().collect(ImmutableList.toImmutableList()));
    }

    /** An option such as {@code --set training.epochs=9}. */
    public static SourceText ofOption(String option) {
        return new SourceText(option, ImmutableList.of());
    }

    /** Line {@code line}, counted from 1; empty where there is none. Long lines are cut. */
    public String excerpt(int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        String text = lines.get(line - 1);
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }

    /** The place of line and column, both from 1; no line and no column in an option. */
    public Place at(int line, int column) {
        return lines.isEmpty() ? new Place(this, 0, 0) : new Place(this, line, column);
    }

    /** The text as a whole. */
    public Place whole() {
        return new Place(this, 0, 0);
    }
}
