package tandem.analysis.comparison.jmh;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import tandem.analysis.StudentT;
import tandem.analysis.comparison.means.Values;
import tandem.tables.TableReader;

/**
 * JMH's CSV: a mean, a count and half of a 99.9 % interval of Student's, from which the variance follows: {@code (error /
 * t(0.9995; n - 1))^2 n}.
 */
final class JmhCsv {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.of("Benchmark", "Mode", "Threads", "Samples", "Score", "Score Error (99.9%)", "Unit");

    private static final String PARAMETER = "Param: ";

    private JmhCsv() {}

    static JmhResults read(Path path) throws IOException {
        var scores = ImmutableList.<JmhResults.Score>builder();
        var quantiles = new StudentT();
        try (var rows = TableReader.open(path)) {
            var parameters = rows.columns().stream()
                    .filter(column -> column.startsWith(PARAMETER))
                    .toList();
            while (rows.hasNext()) {
                var row = rows.next();
                var levels = ImmutableMap.<String, String>builder();
                for (String column : parameters) {
                    levels.put(column.substring(PARAMETER.length()), row.text(column));
                }
                String name = row.text("Benchmark");
                int colon = name.indexOf(':');
                scores.add(new JmhResults.Score(
                        ImmutableList.of(
                                colon < 0 ? name : name.substring(0, colon), row.text("Mode"), row.text("Threads")),
                        levels.buildOrThrow(),
                        colon < 0 ? "score" : name.substring(colon + 1).replace("\u00b7", ""),
                        row.text("Unit"),
                        moments(row, quantiles)));
            }
        }
        return new JmhResults(
                scores.build(),
                "JMH's CSV takes iterations of one fork for independent, so the intervals may be too narrow; its JSON"
                        + " has the forks apart");
    }

    private static Values.Moments moments(TableReader.Fields row, StudentT quantiles) {
        int count = Math.toIntExact(row.integer("Samples"));
        double score = row.number("Score").orElse(Double.NaN);
        double error = row.text("Score Error (99.9%)").equals("NaN")
                ? Double.NaN
                : row.number("Score Error (99.9%)").orElse(Double.NaN);
        if (Double.isNaN(score) || count < 1) {
            return new Values.Moments(0, Double.NaN, Double.NaN);
        }
        if (Double.isNaN(error) || count < 2) {
            // A mean of which nobody knows how sure it is.
            return new Values.Moments(1, score, 0);
        }
        double se = error / quantiles.quantile(0.9995, count - 1);
        return new Values.Moments(count, score, se * se * count);
    }
}
