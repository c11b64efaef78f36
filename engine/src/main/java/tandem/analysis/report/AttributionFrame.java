package tandem.analysis.report;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;

/**
 * attribution.csv, where it was recorded: what examples of each transition and group added to the loss of an interval of
 * epochs, summed over classes, as the mean over the runs of the cell.
 */
final class AttributionFrame {
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, Set<Long>> runs = new TreeMap<>();
    private final StudyTables study;

    private AttributionFrame(StudyTables study) {
        this.study = study;
    }

    static void read(StudyTables study, Contents contents) throws IOException {
        var attribution = new AttributionFrame(study);
        study.forEach(ResultFile.ATTRIBUTION, attribution::visit);
        var frame =
                Frame.of("#cell", "split", "#from", "#to", "transition", "group", "#examples", "#loss_change", "#runs");
        attribution.sums.values().forEach(sum -> attribution.write(sum, frame));
        contents.add("attribution", frame);
    }

    private void visit(TableReader.Fields fields) {
        var change = fields.number("loss_change");
        if (change.isEmpty()) {
            return;
        }
        long run = fields.integer("run");
        var sum = new Sum(
                study.cellOf(run),
                fields.text("split"),
                fields.integer("from_epoch"),
                fields.integer("to_epoch"),
                fields.text("transition"),
                fields.text("group"));
        var kept = sums.computeIfAbsent(sum.key(), _ -> sum);
        kept.examples += fields.integer("examples");
        kept.lossChange += change.getAsDouble();
        runs.computeIfAbsent(sum.interval(), _ -> new TreeSet<>()).add(run);
    }

    private void write(Sum sum, Frame frame) {
        // A run without such examples adds nothing, and counts.
        int n = runs.getOrDefault(sum.interval(), ImmutableSet.of()).size();
        frame.add(
                sum.cell,
                sum.split,
                sum.from,
                sum.to,
                sum.transition,
                sum.group,
                (double) sum.examples / n,
                sum.lossChange / n,
                n);
    }

    /** Of one kind of examples over an interval of epochs. */
    private static final class Sum {
        private final long cell;
        private final String split;
        private final long from;
        private final long to;
        private final String transition;
        private final String group;
        private long examples;
        private double lossChange;

        Sum(long cell, String split, long from, long to, String transition, String group) {
            this.cell = cell;
            this.split = split;
            this.from = from;
            this.to = to;
            this.transition = transition;
            this.group = group;
        }

        String interval() {
            return String.format(Locale.ROOT, "%012d %s %012d %012d", cell, split, from, to);
        }

        String key() {
            return interval() + " " + transition + " " + group;
        }
    }
}
