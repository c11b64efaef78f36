package tandem.experiment.problem;

/**
 * Something in an input that a user must change.
 *
 * @param file as the user knows it, or the name of the command-line option
 * @param line from 1; 0 where there is no line
 * @param column from 1; 0 where there is no column
 * @param path dotted key or column the problem is about; may be empty
 * @param message what is wrong; what to do
 * @param excerpt the line itself; may be empty
 */
public record Problem(String file, int line, int column, String path, String message, String excerpt) {

    /** {@code file:line:column: path: message}, without the parts that are missing. */
    public String toText() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (line > 0 && column > 0) {
            text.append(':').append(column);
        }
        text.append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        return text.append(message).toString();
    }
}
