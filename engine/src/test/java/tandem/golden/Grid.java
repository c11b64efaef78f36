package tandem.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** A table of a regenerated result folder, one array per column; fields that are no number are NaN. */
final class Grid {
    private final List<String> header;
    private final List<List<String>> rows;

    private Grid(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    static Grid runs(String scenario) throws IOException {
        return of(scenario, "runs.csv");
    }

    static Grid epochs(String scenario) throws IOException {
        return of(scenario, "epochs.csv");
    }

    static Grid examples(String scenario) throws IOException {
        return of(scenario, "examples.csv");
    }

    /** The runs as published, which {@link GoldenTest} and {@link LibraryProof} hold to the program. */
    static Grid published(String scenario) throws IOException {
        return of(Regenerated.published(scenario), "runs.csv");
    }

    static Grid paths(String scenario) throws IOException {
        return of(scenario, "paths.csv");
    }

    private static Grid of(String scenario, String file) throws IOException {
        return of(Regenerated.folder(scenario), file);
    }

    static Grid of(Path folder, String file) throws IOException {
        var lines = Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        return new Grid(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** The rows of which that column has that text. */
    Grid where(String column, String text) {
        int index = header.indexOf(column);
        return new Grid(
                header, rows.stream().filter(row -> row.get(index).equals(text)).toList());
    }

    /** The rows whose number fits. */
    Grid at(IntPredicate row) {
        return new Grid(
                header,
                IntStream.range(0, rows.size()).filter(row).mapToObj(rows::get).toList());
    }

    int size() {
        return rows.size();
    }

    double[] column(String name) {
        int index = header.indexOf(name);
        return rows.stream().mapToDouble(row -> number(row.get(index))).toArray();
    }

    /** The one value of that column. */
    double value(String name) {
        double[] values = column(name);
        if (values.length != 1) {
            throw new IllegalStateException(values.length + " rows where one is meant");
        }
        return values[0];
    }

    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    double[] loss() {
        return column("train_loss");
    }

    double[] accuracy() {
        return column("train_accuracy");
    }

    double[] slope() {
        return column("model.start.slope");
    }

    double[] intercept() {
        return column("model.start.intercept");
    }

    /** The cell at these parameters. */
    Grid cell(double slope, double intercept) {
        double[] a = slope();
        double[] b = intercept();
        return at(i -> a[i] == slope && b[i] == intercept);
    }

    /** The cells with the highest accuracy. */
    Grid mostAccurate() {
        double[] accuracy = accuracy();
        double best = Arrays.stream(accuracy).max().orElseThrow();
        return at(i -> accuracy[i] == best);
    }

    /** The first cell with the lowest loss. */
    Grid lowestLoss() {
        double[] loss = loss();
        double best = Arrays.stream(loss).min().orElseThrow();
        int first = IntStream.range(0, loss.length)
                .filter(i -> loss[i] == best)
                .findFirst()
                .orElseThrow();
        return at(i -> i == first);
    }

    /** The cells whose loss is lower than a bound, by more than rounding. */
    Grid lossBelow(double bound) {
        double[] loss = loss();
        return at(i -> loss[i] < bound - 1e-12);
    }

    double pearson() {
        return new PearsonsCorrelation().correlation(loss(), accuracy());
    }

    double spearman() {
        return new SpearmansCorrelation().correlation(loss(), accuracy());
    }
}
