package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;

/**
 * paths.csv, where chosen examples were recorded: the probability of an example's own label over the epochs, as the mean
 * over the runs of a cell that have the example in the split with that label, with the least and the most.
 */
final class ExamplePathsFrame {
    private static final int MOST_ROWS = 20_000;
    /** A path of fewer points is none. */
    private static final int FEWEST_EPOCHS = 20;

    private final Map<Path, Map<Long, Probabilities>> paths = new LinkedHashMap<>();
    private final TreeSet<Long> epochs = new TreeSet<>();
    private final StudyTables study;

    private ExamplePathsFrame(StudyTables study) {
        this.study = study;
    }

    static void read(StudyTables study, Contents contents) throws IOException {
        var read = new ExamplePathsFrame(study);
        study.forEach(ResultFile.PATHS, read::visit);
        if (!read.paths.isEmpty()) {
            contents.add("example_paths", read.frame(contents));
        }
    }

    private void visit(TableReader.Fields fields) {
        var probability = fields.number("probability");
        if (probability.isEmpty() || !fields.text("class").equals(fields.text("label"))) {
            return;
        }
        long epoch = fields.integer("epoch");
        epochs.add(epoch);
        var path = new Path(
                study.cellOf(fields.integer("run")),
                fields.text("split"),
                fields.integer("example"),
                fields.text("label"));
        paths.computeIfAbsent(path, _ -> new LinkedHashMap<>())
                .computeIfAbsent(epoch, _ -> new Probabilities())
                .see(probability.getAsDouble());
    }

    private Frame frame(Contents contents) {
        int most = Math.max(1, MOST_ROWS / Math.min(FEWEST_EPOCHS, epochs.size()));
        var kept = Thinned.of(epochs, MOST_ROWS / Math.min(most, paths.size()));
        var frame = Frame.of("#cell", "split", "#example", "label", "#epoch", "#n", "#mean", "#least", "#most");
        paths.entrySet().stream()
                .limit(most)
                .forEach(path -> path.getValue().forEach((epoch, probabilities) -> {
                    if (kept.contains(epoch)) {
                        probabilities.write(path.getKey(), epoch, frame);
                    }
                }));
        if (most < paths.size() || kept.size() < epochs.size()) {
            contents.note(lenientFormat(
                    "Paths of chosen examples are %s of %s, at %s of %s epochs.",
                    Math.min(most, paths.size()), paths.size(), kept.size(), epochs.size()));
        }
        return frame;
    }

    /** One example in one split of a cell, with the label it was given. */
    private record Path(long cell, String split, long example, String label) {}

    /** Of the example's own label, over runs. */
    private static final class Probabilities {
        private int n;
        private double sum;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void see(double probability) {
            n++;
            sum += probability;
            least = Math.min(least, probability);
            most = Math.max(most, probability);
        }

        void write(Path path, long epoch, Frame frame) {
            frame.add(path.cell, path.split, path.example, path.label, epoch, n, sum / n, least, most);
        }
    }
}
