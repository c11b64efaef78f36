package tandem.analysis.report;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;

/**
 * examples.csv, where examples were recorded: how many have which loss, by cell, split, group and whether they are
 * right; and how often predictions of which confidence are right. Examples of all runs of a cell are counted together.
 */
final class ExamplesFrame {
    /**
     * Bins of a quarter of a decade from 7e-9 to 700 nats; smaller and larger losses fall into the outer ones. ln 2, which
     * no wrong prediction loses less than, is an edge.
     */
    static final int LOSS_BINS = 44;

    private static final double LN_2 = StrictMath.log(2);
    private static final double LOWEST_DECADE = -8;
    private static final int BINS_PER_DECADE = 4;
    /** As in the calibration error of the tables: (b / 15, (b + 1) / 15]. */
    static final int CONFIDENCE_BINS = 15;

    private final Map<Kind, long[]> losses = new TreeMap<>();
    private final Map<Place, Reliability> confidences = new TreeMap<>();
    private final StudyTables study;

    private ExamplesFrame(StudyTables study) {
        this.study = study;
    }

    static void read(StudyTables study, Contents contents) throws IOException {
        var examples = new ExamplesFrame(study);
        study.forEach(ResultFile.EXAMPLES, examples::visit);
        var histogram = Frame.of("#cell", "split", "group", "#correct", "#bin", "#count");
        examples.losses.forEach((kind, counts) -> {
            for (int b = 0; b < counts.length; b++) {
                if (counts[b] > 0) {
                    histogram.add(kind.cell, kind.split, kind.group, kind.correct ? 1 : 0, b, counts[b]);
                }
            }
        });
        contents.add("losses", histogram);
        var reliability = Frame.of("#cell", "split", "#bin", "#count", "#confidence", "#accuracy");
        examples.confidences.forEach((place, bins) -> bins.write(place, reliability));
        contents.add("reliability", reliability);
    }

    private void visit(TableReader.Fields fields) {
        var loss = fields.number("loss");
        var confidence = fields.number("confidence");
        if (loss.isEmpty() || confidence.isEmpty()) {
            return;
        }
        long cell = study.cellOf(fields.integer("run"));
        String split = fields.text("split");
        boolean correct = fields.text("correct").equals("1");
        losses.computeIfAbsent(new Kind(cell, split, fields.text("group"), correct), _ -> new long[LOSS_BINS])[
                lossBin(loss.getAsDouble())]++;
        confidences
                .computeIfAbsent(new Place(cell, split), _ -> new Reliability())
                .see(confidence.getAsDouble(), correct);
    }

    /** Bin b holds losses of {@code ln 2 * 10^(-8 + b / 4)} up to the next. */
    static int lossBin(double loss) {
        if (loss <= 0) {
            return 0;
        }
        double position = (StrictMath.log10(loss / LN_2) - LOWEST_DECADE) * BINS_PER_DECADE;
        return (int) Math.clamp(Math.floor(position), 0, LOSS_BINS - 1.0);
    }

    private record Place(long cell, String split) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byCell = Long.compare(cell, other.cell);
            return byCell != 0 ? byCell : split.compareTo(other.split);
        }
    }

    private record Kind(long cell, String split, String group, boolean correct) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byPlace = new Place(cell, split).compareTo(new Place(other.cell, other.split));
            int byGroup = byPlace != 0 ? byPlace : group.compareTo(other.group);
            return byGroup != 0 ? byGroup : Boolean.compare(correct, other.correct);
        }
    }

    /** Sums over the predictions of each bin of confidence. */
    private static final class Reliability {
        private final long[] count = new long[CONFIDENCE_BINS];
        private final long[] right = new long[CONFIDENCE_BINS];
        private final double[] confidence = new double[CONFIDENCE_BINS];

        void see(double value, boolean correct) {
            int bin = (int) Math.clamp(Math.ceil(value * CONFIDENCE_BINS) - 1, 0, CONFIDENCE_BINS - 1.0);
            count[bin]++;
            right[bin] += correct ? 1 : 0;
            confidence[bin] += value;
        }

        void write(Place place, Frame frame) {
            for (int b = 0; b < CONFIDENCE_BINS; b++) {
                if (count[b] > 0) {
                    frame.add(
                            place.cell,
                            place.split,
                            b,
                            count[b],
                            confidence[b] / count[b],
                            (double) right[b] / count[b]);
                }
            }
        }
    }
}
