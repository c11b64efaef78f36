package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;

/**
 * curves.csv: loss and accuracy over the epochs by cell and split, with the epochs of the lowest mean loss and the
 * highest mean accuracy. Where there is too much for a page, epochs at even distances are kept, and of very many cells
 * some; the marked epochs are found among all of them first.
 */
final class CurvesFrame {
    /** Rows a page can hold without losing its quickness. */
    private static final int MOST_ROWS = 24_000;
    /** A curve of fewer points is no curve. */
    private static final int FEWEST_EPOCHS = 30;

    private static final ImmutableList<String> KEYS = ImmutableList.of("#cell", "split", "#epoch", "#n");

    private static final ImmutableList<String> VALUES = ImmutableList.of(
            "loss_mean",
            "loss_sd",
            "loss_q25",
            "loss_median",
            "loss_q75",
            "accuracy_mean",
            "accuracy_sd",
            "accuracy_q25",
            "accuracy_median",
            "accuracy_q75");

    /** In front of a column about the labels before corruption; on those that were given, nothing. */
    private static final String CLEAN = "clean_";

    private final ImmutableList<String> labels;
    private final ImmutableList<String> values;
    private final Frame rows;
    private final Map<Series, Marks> marks = new LinkedHashMap<>();
    private final ImmutableSortedSet<Long> epochs;
    private final ImmutableSortedSet<Long> cells;

    private CurvesFrame(ImmutableSortedSet<Long> epochs, ImmutableSortedSet<Long> cells, ImmutableList<String> labels) {
        this.epochs = epochs;
        this.cells = cells;
        this.labels = labels;
        this.values = labels.stream()
                .flatMap(label -> VALUES.stream().map(value -> label + value))
                .collect(ImmutableList.toImmutableList());
        this.rows = Frame.of(Stream.concat(KEYS.stream(), values.stream().map(value -> "#" + value))
                .toArray(String[]::new));
    }

    static void read(StudyTables study, Contents contents) throws IOException {
        var epochs = new TreeSet<Long>();
        var cells = new TreeSet<Long>();
        var splits = new TreeSet<String>();
        study.forEach(ResultFile.CURVES, fields -> {
            epochs.add(fields.integer("epoch"));
            cells.add(fields.integer("cell"));
            splits.add(fields.text("split"));
        });
        if (epochs.size() < 2) {
            return;
        }
        var labels = labels(study);
        int most = MOST_ROWS / labels.size() / splits.size();
        var keptCells = Thinned.of(cells, most / Math.min(FEWEST_EPOCHS, epochs.size()));
        var keptEpochs = Thinned.of(epochs, most / keptCells.size());
        if (keptCells.size() < cells.size()) {
            contents.note(lenientFormat(
                    "Curves are drawn for %s of the %s cells, at even distances in their order.",
                    keptCells.size(), cells.size()));
        }
        if (keptEpochs.size() < epochs.size()) {
            contents.note(lenientFormat(
                    "Curves show %s of the %s epochs, at even distances; lowest losses and highest accuracies are"
                            + " marked from all of them.",
                    keptEpochs.size(), epochs.size()));
        }
        var frame = new CurvesFrame(keptEpochs, keptCells, labels);
        study.forEach(ResultFile.CURVES, frame::visit);
        contents.add("curves", frame.rows);
        contents.add("marks", frame.marks());
    }

    /** Where labels were corrupted, the table has every value of the clean labels, too. */
    private static ImmutableList<String> labels(StudyTables study) throws IOException {
        try (var table = TableReader.open(study.path(ResultFile.CURVES))) {
            return table.columns().contains(CLEAN + VALUES.getFirst())
                    ? ImmutableList.of("", CLEAN)
                    : ImmutableList.of("");
        }
    }

    private void visit(TableReader.Fields fields) {
        long cell = fields.integer("cell");
        long epoch = fields.integer("epoch");
        if (!cells.contains(cell)) {
            return;
        }
        String split = fields.text("split");
        if (epochs.contains(epoch)) {
            var row = new ArrayList<Object>(ImmutableList.of(cell, split, epoch, fields.number("n")));
            values.forEach(value -> row.add(fields.number(value)));
            rows.add(row.toArray());
        }
        for (String label : labels) {
            var loss = fields.number(label + "loss_mean");
            var accuracy = fields.number(label + "accuracy_mean");
            if (epoch > 0 && loss.isPresent() && accuracy.isPresent()) {
                marks.computeIfAbsent(new Series(cell, split, label), _ -> new Marks())
                        .see(epoch, loss.getAsDouble(), accuracy.getAsDouble());
            }
        }
    }

    private Frame marks() {
        var frame = Frame.of(
                "#cell",
                "split",
                "labels",
                "#min_loss_epoch",
                "#min_loss",
                "#accuracy_there",
                "#max_accuracy_epoch",
                "#max_accuracy",
                "#loss_there");
        marks.forEach((series, found) -> frame.add(
                series.cell,
                series.split,
                series.labels,
                found.minLossEpoch,
                found.minLoss,
                found.accuracyThere,
                found.maxAccuracyEpoch,
                found.maxAccuracy,
                found.lossThere));
        return frame;
    }

    private record Series(long cell, String split, String labels) {}

    /** The first epoch of the lowest mean loss and the first of the highest mean accuracy. */
    private static final class Marks {
        /** Means of equal accuracies differ by rounding. */
        private static final double TIE = 1e-12;

        private long minLossEpoch;
        private double minLoss = Double.POSITIVE_INFINITY;
        private double accuracyThere;
        private long maxAccuracyEpoch;
        private double maxAccuracy = Double.NEGATIVE_INFINITY;
        private double lossThere;

        void see(long epoch, double loss, double accuracy) {
            if (loss < minLoss) {
                minLoss = loss;
                minLossEpoch = epoch;
                accuracyThere = accuracy;
            }
            if (accuracy > maxAccuracy + TIE) {
                maxAccuracy = accuracy;
                maxAccuracyEpoch = epoch;
                lossThere = loss;
            }
        }
    }
}
