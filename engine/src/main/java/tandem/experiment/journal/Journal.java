package tandem.experiment.journal;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tandem.experiment.journal.JournalScan.Found;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFolder;
import tandem.tables.RunColumns.Status;

/** The journal of a result folder: its files, and how more are begun. Whoever writes or repairs holds the lock of the result folder. */
public final class Journal {
    private static final String ENDING = ResultFolder.JOURNAL_ENDINGS.get(0);
    private static final String ASIDE = ResultFolder.JOURNAL_ENDINGS.get(1);

    private final Path folder;
    private final AtomicInteger nextNumber = new AtomicInteger(-1);

    private Journal(Path folder) {
        this.folder = folder;
    }

    /** The journal of a result folder; it need not exist. */
    public static Journal in(Path resultFolder) {
        return new Journal(resultFolder.resolve(ResultFolder.JOURNAL));
    }

    /** Where a record is. */
    public interface Visitor {
        /**
         * Told of a record.
         *
         * @param at its place in its file, for {@link JournalReader#payload}
         */
        void record(RunKey key, Status status, long at) throws IOException;
    }

    /** Told of every file that can be read, before its records. */
    public interface Opening {
        /** @param file its position among {@link Reading#files} */
        Visitor visitor(int file, JournalHeader header) throws IOException, RefusedFolderException;
    }

    /** Its files, in the order in which they were begun. */
    public ImmutableList<Path> files() throws IOException {
        return entries(ENDING);
    }

    private ImmutableList<Path> entries(String ending) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(ending))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return ImmutableList.of();
        }
    }

    /** Whether there is any file. */
    public boolean exists() throws IOException {
        return !files().isEmpty();
    }

    /**
     * What was found.
     *
     * @param files in the order of their numbers
     * @param warnings a sentence about everything that cannot be read; only where that was looked for
     */
    public record Reading(ImmutableList<Path> files, ImmutableList<String> warnings) {}

    /**
     * Goes through all files.
     *
     * @param repairs whether payloads are read too, and left out where they are damaged, and what a killed process left of a record is cut;
     *     otherwise nothing is changed, and another process may be appending meanwhile
     * @throws RefusedFolderException if a later version of Tandem wrote a file, or {@code opening} does not want it
     */
    public Reading read(boolean repairs, Opening opening) throws IOException, RefusedFolderException {
        var files = files();
        var warnings = ImmutableList.<String>builder();
        for (int i = 0; i < files.size(); i++) {
            int file = i;
            var found = new JournalScan(files.get(i), repairs).scan(header -> {
                var visitor = opening.visitor(file, header);
                return (head, at) -> visitor.record(head.key(), head.status(), at);
            });
            if (repairs) {
                repair(files.get(i), found).ifPresent(warnings::add);
            }
        }
        return new Reading(files, warnings.build());
    }

    private static Optional<String> repair(Path file, Found found) throws IOException {
        if (found.header().isEmpty()) {
            Path aside = file.resolveSibling(file.getFileName() + ASIDE);
            Files.move(file, aside);
            return Optional.of(lenientFormat(
                    "%s begins with nothing that can be read; it is now %s, and its runs are trained again.",
                    file, aside.getFileName()));
        }
        long rest = found.length() - found.readable();
        List<String> said = new ArrayList<>();
        switch (found.end()) {
            case WHOLE -> {}
            case TORN -> {
                cut(file, found.readable());
                said.add(lenientFormat(
                        "ended within a record, as a killed process leaves it; the last %s bytes were cut", rest));
            }
            case DAMAGED ->
                said.add(lenientFormat(
                        "is damaged at byte %s; the %s bytes from there on are not used", found.readable(), rest));
        }
        if (found.skipped() > 0) {
            said.add(lenientFormat("has %s damaged records, which are not used", found.skipped()));
        }
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(file + " " + String.join(", and ", said) + "; what is missing is trained again.");
    }

    private static void cut(Path file, long length) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** A writer of a file of its own; the file appears with the first record. For one thread. */
    public JournalWriter writer(JournalHeader header) {
        return new JournalWriter(this, header);
    }

    /** A new file, behind all others. */
    synchronized Path newFile() throws IOException {
        return Files.createFile(newPath());
    }

    private Path newPath() throws IOException {
        Files.createDirectories(folder);
        if (nextNumber.get() < 0) {
            nextNumber.set(firstFreeNumber());
        }
        return folder.resolve(String.format(Locale.ROOT, "%06d%s", nextNumber.getAndIncrement(), ENDING));
    }

    /** Takes over the records of another journal: a copy of each of its files, behind all others. */
    public synchronized void add(Journal other) throws IOException {
        for (Path file : other.files()) {
            Files.copy(file, newPath());
        }
    }

    /** The header of the file that was begun last; empty where there is none that can be read. */
    public Optional<JournalHeader> lastHeader() throws IOException, RefusedFolderException {
        for (Path file : files().reverse()) {
            var header = new JournalScan(file, false).header();
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    private int firstFreeNumber() throws IOException {
        int free = 0;
        for (Path file : Iterables.concat(files(), entries(ASIDE))) {
            String name = file.getFileName().toString();
            Integer number = Ints.tryParse(name.substring(0, name.indexOf('.')));
            free = number == null ? free : Math.max(free, number + 1);
        }
        return free;
    }

    /** Deletes its files, and its folder where nothing else lies in it. */
    public void delete() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        for (Path file : entries(ASIDE)) {
            Files.delete(file);
        }
        if (Files.isDirectory(folder)) {
            try (var left = Files.list(folder)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }
}
