package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.experiment.data.DataProvider;
import tandem.experiment.journal.Journal;
import tandem.experiment.journal.JournalHeader;
import tandem.experiment.journal.JournalWriter;
import tandem.experiment.journal.RunKey;
import tandem.experiment.plan.Plan;
import tandem.tables.RefusedFolderException;
import tandem.tables.RunColumns.Status;

/**
 * The journal of a result folder as a plan sees it: which of the plan's runs it holds, and where. A picture of the moment it was read. Some 40 bytes a
 * run.
 */
public final class RunJournal {
    private final Path folder;
    private final Journal journal;
    private final JournalHeader wanted;
    private final RunKeys keys;
    private final RunPlaces places;
    private final EpochThinning thinning;
    private final Map<Integer, JournalHeader> headers = new LinkedHashMap<>();
    private final BitSet thinner = new BitSet();
    private ImmutableList<Path> files = ImmutableList.of();
    private ImmutableList<String> warnings = ImmutableList.of();

    private RunJournal(Path folder, Journal journal, JournalHeader wanted, RunKeys keys, EpochThinning thinning) {
        this.folder = folder;
        this.journal = journal;
        this.wanted = wanted;
        this.keys = keys;
        this.thinning = thinning;
        this.places = new RunPlaces(keys.count());
    }

    /**
     * Reads the journal to continue it; the caller holds the lock of the folder. What a killed process left of a record is cut.
     *
     * @param folder of the results; need not exist
     * @throws RefusedFolderException if it holds runs that the plan has not, or that cannot stand beside the plan's; says which keys differ
     */
    static RunJournal open(Plan plan, DataProvider data, Path folder) throws IOException, RefusedFolderException {
        var opened = of(plan, data, folder);
        opened.read(true);
        return opened;
    }

    /**
     * Looks at the journal of a folder, which another process may be writing, and changes nothing. Checksums of records are taken when they are used.
     *
     * @throws RefusedFolderException as {@link #open}
     */
    public static RunJournal view(Plan plan, DataProvider data, Path folder)
            throws IOException, RefusedFolderException {
        var seen = of(plan, data, folder);
        seen.read(false);
        return seen;
    }

    private static RunJournal of(Plan plan, DataProvider data, Path folder) {
        return new RunJournal(
                folder, Journal.in(folder), PlanHeader.of(plan, data), RunKeys.of(plan), new EpochThinning(plan));
    }

    /** The journal as it is now. */
    RunJournal again() throws IOException, RefusedFolderException {
        var now = new RunJournal(folder, journal, wanted, keys, thinning);
        now.read(false);
        return now;
    }

    private void read(boolean repairs) throws IOException, RefusedFolderException {
        var agreement = new JournalAgreement(folder, wanted);
        var reading = journal.read(repairs, (file, header) -> {
            agreement.check(header);
            headers.put(file, header);
            boolean covers = header.recorded().covers(wanted.recorded());
            return (key, status, at) -> {
                if (!keys.forEach(key, run -> put((int) run, covers, status, file, at))) {
                    agreement.addOther(header);
                }
            };
        });
        agreement.checkOthers();
        files = reading.files();
        warnings = reading.warnings();
    }

    private void put(int run, boolean covers, Status status, int file, long at) {
        if (covers) {
            places.put(run, status, file, at);
        } else {
            thinner.set(run);
        }
    }

    /** Whether the run is done, well or not. */
    public boolean has(long run) {
        return places.has(run);
    }

    /** How a run that is done ended. */
    public Status status(long run) {
        return places.status(run);
    }

    /** Runs of the plan that are done. */
    public long count() {
        long count = 0;
        for (long run = 0; run < keys.count(); run++) {
            count += places.has(run) ? 1 : 0;
        }
        return count;
    }

    /** Runs whose records are in certain files, by their positions. */
    long countIn(BitSet positions) {
        long count = 0;
        for (long run = 0; run < keys.count(); run++) {
            count += places.has(run) && positions.get(places.file(run)) ? 1 : 0;
        }
        return count;
    }

    /** Runs that were trained, but kept with less than the plan asks for. */
    public long thinnerCount() {
        return thinner.stream().filter(run -> !places.has(run)).count();
    }

    /** Sentences about what of the journal cannot be read. */
    public ImmutableList<String> warnings() {
        return warnings;
    }

    RunKey key(long run) {
        return keys.key(run);
    }

    /** A writer of a file of its own, for one thread. */
    JournalWriter writer() {
        return journal.writer(wanted);
    }

    /** The records of the runs that are done. */
    RunRecords records() {
        return new RunRecords(files, headers, wanted, places, thinning);
    }
}
