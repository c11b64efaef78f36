package tandem.analysis.report;

import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.LongStream;
import tandem.tables.EpochsReader;
import tandem.tables.ResultFile;
import tandem.tables.Schemas;

/** epochs.csv, where the folder has it: the trajectories of single runs, of some replicates at some epochs. */
final class PathsFrame {
    private static final int MOST_ROWS = 40_000;
    private static final int MOST_REPLICATES = 8;
    private static final int FEWEST_EPOCHS = 20;

    private PathsFrame() {}

    static void read(StudyTables study, Contents contents) throws IOException {
        if (!study.has(ResultFile.EPOCHS)) {
            return;
        }
        var epochs = new TreeSet<Long>();
        var splits = new TreeSet<Integer>();
        try (var rows = EpochsReader.open(study.path(ResultFile.EPOCHS))) {
            // The first run has every epoch unless it diverged; later ones may add some.
            for (long first = -1; rows.next() && (first < 0 || rows.run() - first < MOST_REPLICATES); ) {
                first = first < 0 ? rows.run() : first;
                epochs.add((long) rows.epoch());
                splits.add(rows.split());
            }
        }
        if (epochs.size() < 2) {
            return;
        }
        var counts = study.manifest().counts();
        long replicates = Math.min(counts.replicates(), MOST_REPLICATES);
        var cells = Thinned.of(
                new TreeSet<>(LongStream.range(0, counts.cells()).boxed().toList()),
                (int) (MOST_ROWS / FEWEST_EPOCHS / splits.size() / replicates));
        var kept = Thinned.of(epochs, (int) (MOST_ROWS / splits.size() / replicates / cells.size()));
        var frame = Frame.of("#cell", "#replicate", "split", "#epoch", "#loss", "#accuracy");
        try (var rows = EpochsReader.open(study.path(ResultFile.EPOCHS))) {
            while (rows.next()) {
                long replicate = rows.run() % Math.max(1, counts.replicates());
                long cell = study.cellOf(rows.run());
                if (replicate < replicates && cells.contains(cell) && kept.contains((long) rows.epoch())) {
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
        if (replicates < counts.replicates() || cells.size() < counts.cells() || kept.size() < epochs.size()) {
            contents.note(
                    "Trajectories of single runs are those of %d of %d replicates in %d of %d cells, at %d of %d epochs."
                            .formatted(
                                    replicates,
                                    counts.replicates(),
                                    cells.size(),
                                    counts.cells(),
                                    kept.size(),
                                    epochs.size()));
        }
        contents.add("paths", frame);
    }
}
