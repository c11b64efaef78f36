package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tandem.experiment.data.DataProvider;
import tandem.experiment.journal.Journal;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Shard;
import tandem.tables.RefusedFolderException;
import tandem.tables.RunColumns.Status;
import tandem.tables.Value;

/**
 * How far a folder has come, by its journal alone: no lock is taken and nothing is written, so that another process may be training into it. Times are those
 * of the journal's files.
 *
 * @param all what the folder is to hold in the end
 * @param cells those with runs that failed or are missing, in order
 * @param last when a run ended last; empty where none did
 * @param rate runs a second of the last execution; empty where it has not lasted long enough to tell
 */
public record FolderStatus(Counts all, ImmutableList<CellCounts> cells, Optional<Instant> last, Optional<Double> rate) {
    /** Shorter executions say nothing of the rate. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** Of a cell, or of all. */
    public record Counts(long done, long diverged, long failed, long missing) {

        /** Runs that are to be there. */
        public long runs() {
            return done + missing;
        }

        private Counts with(Status status) {
            return new Counts(
                    done + 1,
                    diverged + (status == Status.DIVERGED ? 1 : 0),
                    failed + (status == Status.FAILED ? 1 : 0),
                    missing);
        }

        private Counts withMissing() {
            return new Counts(done, diverged, failed, missing + 1);
        }

        private Counts plus(Counts other) {
            return new Counts(
                    done + other.done, diverged + other.diverged, failed + other.failed, missing + other.missing);
        }
    }

    private static final Counts NONE = new Counts(0, 0, 0, 0);

    /** @param levels its level of each factor as {@code factor=level}, in their order */
    public record CellCounts(long cell, ImmutableList<String> levels, Counts counts) {}

    /**
     * The status of a folder with a journal.
     *
     * @throws RefusedFolderException if its runs are not the plan's
     */
    public static FolderStatus of(FolderContents folder, Plan plan, DataProvider data)
            throws IOException, RefusedFolderException {
        var journal = RunJournal.view(plan, data, folder.folder());
        var ours = folder.shard().map(shard -> new Shard(shard.index(), shard.count()).runs(plan));
        var fields = new RunFields(plan);
        var all = NONE;
        var cells = ImmutableList.<CellCounts>builder();
        int replicates = plan.scenario().replicates().count();
        for (long cell = 0; cell < plan.cellCount(); cell++) {
            var counts = counts(journal, ours, cell * replicates, replicates);
            all = all.plus(counts);
            if (counts.missing > 0 || counts.failed > 0) {
                var levels = fields.levels(cell).entrySet().stream()
                        .map(level -> level.getKey() + "=" + Value.text(level.getValue()))
                        .collect(ImmutableList.toImmutableList());
                cells.add(new CellCounts(cell, levels, counts));
            }
        }
        var files = times(Journal.in(folder.folder()));
        return new FolderStatus(
                all,
                cells.build(),
                files.stream().map(Times::end).max(Comparator.naturalOrder()),
                rate(journal, files));
    }

    private static Counts counts(RunJournal journal, Optional<BitSet> ours, long first, int count) {
        var counts = NONE;
        for (long run = first; run < first + count; run++) {
            if (ours.isEmpty() || ours.get().get((int) run)) {
                counts = journal.has(run) ? counts.with(journal.status(run)) : counts.withMissing();
            }
        }
        return counts;
    }

    /** When the first and the last record of a file were written. */
    private record Times(int file, Instant start, Instant end) {}

    private static ImmutableList<Times> times(Journal journal) throws IOException {
        var times = ImmutableList.<Times>builder();
        List<Path> files = journal.files();
        for (int file = 0; file < files.size(); file++) {
            var attributes = Files.readAttributes(files.get(file), BasicFileAttributes.class);
            times.add(new Times(
                    file,
                    attributes.creationTime().toInstant(),
                    attributes.lastModifiedTime().toInstant()));
        }
        return times.build();
    }

    /** Of the files that were written at the same time as the last one, or as one that was. */
    private static Optional<Double> rate(RunJournal journal, ImmutableList<Times> files) {
        List<Times> latestFirst = new ArrayList<>(files);
        latestFirst.sort(Comparator.comparing(Times::end).reversed());
        var together = new BitSet();
        Instant start = Instant.MAX;
        for (var file : latestFirst) {
            if (!together.isEmpty() && file.end.isBefore(start)) {
                break;
            }
            together.set(file.file);
            start = file.start.isBefore(start) ? file.start : start;
        }
        if (together.isEmpty()) {
            return Optional.empty();
        }
        var lasted = Duration.between(start, latestFirst.getFirst().end);
        return lasted.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(journal.countIn(together) / (lasted.toMillis() * 1e-3));
    }
}
