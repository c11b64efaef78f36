package tandem.experiment.scenario.yaml;

import tandem.experiment.problem.Problem;

/**
 * A position in a text.
 *
 * @param line from 1; 0 for the text as a whole
 * @param column from 1; 0 for the text as a whole
 */
public record Place(SourceText source, int line, int column) {

    /** A problem here, with the line as its excerpt. */
    public Problem problem(String path, String message) {
        return new Problem(source.file(), line, column, path, message, source.excerpt(line));
    }
}
