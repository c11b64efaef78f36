package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import tandem.tables.EpochsReader;
import tandem.tables.ResultFile;
import tandem.tables.Schemas;

/**
 * epochs.csv, where the folder has it: the trajectories of single runs, of some replicates at some epochs.
 *
 * @param replicates how many of the first are kept
 */
record PathsFrame(StudyTables study, long replicates, ImmutableSortedSet<Long> cells, ImmutableSortedSet<Long> epochs) {
    private static final int MOST_ROWS = 40_000;
    private static final int MOST_REPLICATES = 8;
    private static final int FEWEST_EPOCHS = 20;

    static void read(StudyTables study, Contents contents) throws IOException {
        if (!study.has(ResultFile.EPOCHS)) {
            return;
        }
        var epochs = new TreeSet<Long>();
        int splits = see(study, epochs);
        if (epochs.size() < 2) {
            return;
        }
        var counts = study.manifest().counts();
        long replicates = Math.clamp(counts.replicates(), 1, MOST_REPLICATES);
        var cells = Thinned.of(
                new TreeSet<>(LongStream.range(0, counts.cells()).boxed().toList()),
                (int) (MOST_ROWS / FEWEST_EPOCHS / splits / replicates));
        var kept = Thinned.of(epochs, (int) (MOST_ROWS / splits / replicates / cells.size()));
        if (replicates < counts.replicates() || cells.size() < counts.cells() || kept.size() < epochs.size()) {
            contents.note(lenientFormat(
                    "Trajectories of single runs are those of %s of %s replicates in %s of %s cells, at %s of %s"
                            + " epochs.",
                    replicates, counts.replicates(), cells.size(), counts.cells(), kept.size(), epochs.size()));
        }
        contents.add("paths", new PathsFrame(study, replicates, cells, kept).frame());
    }

    /** Collects the epochs of the first runs, of which one at least has them all unless all diverged; returns the number of splits. */
    private static int see(StudyTables study, SortedSet<Long> epochs) throws IOException {
        var splits = new TreeSet<Integer>();
        try (var rows = EpochsReader.open(study.path(ResultFile.EPOCHS))) {
            for (long first = -1; rows.next() && (first < 0 || rows.run() - first < MOST_REPLICATES); ) {
                first = first < 0 ? rows.run() : first;
                epochs.add((long) rows.epoch());
                splits.add(rows.split());
            }
        }
        return splits.size();
    }

    private Frame frame() throws IOException {
        var frame = Frame.of("#cell", "#replicate", "split", "#epoch", "#loss", "#accuracy");
        long each = Math.max(1, study.manifest().counts().replicates());
        try (var rows = EpochsReader.open(study.path(ResultFile.EPOCHS))) {
            while (rows.next()) {
                long replicate = rows.run() % each;
                long cell = study.cellOf(rows.run());
                if (replicate < replicates && cells.contains(cell) && epochs.contains((long) rows.epoch())) {
                    frame.add(
                            cell,
                            replicate,
                            Schemas.SPLITS.get(rows.split()),
                            rows.epoch(),
                            rows.loss(),
                            rows.accuracy());
                }
            }
        }
        return frame;
    }
}
