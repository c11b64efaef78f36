package tandem.tables;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The folder a run writes to. Tables are built in a staging folder beside it and take its place in {@link #commit}: a
 * run that fails or is killed leaves the old folder as it was.
 */
public final class ResultFolder implements Closeable {
    /** Name of the folder inside it that holds finished runs; it stays when the tables are replaced. */
    public static final String JOURNAL = "journal";

    /** How the names of its files end: those that hold runs, and those put aside because they cannot be read. */
    public static final ImmutableList<String> JOURNAL_ENDINGS = ImmutableList.of(".journal", ".damaged");

    private final Path target;
    private final FolderSwap swap;
    private final FolderLock lock;
    private final TableWriter undefined;
    private final Map<ResultFile, WrittenTable> written = new EnumMap<>(ResultFile.class);

    private ResultFolder(Path target, FolderSwap swap, FolderLock lock) throws IOException {
        this.target = target;
        this.swap = swap;
        this.lock = lock;
        Files.createDirectory(swap.staging());
        this.undefined = new TableWriter(swap.staging(), Schemas.undefined(), UndefinedLog.NONE_EXPECTED, this::add);
    }

    /**
     * Opens a folder for the results of a scenario; it need not exist. Where there is a journal, it decides which
     * results may be added.
     *
     * @param digest of the resolved scenario
     * @param force replace the results of another scenario
     * @throws RefusedFolderException if the folder holds another scenario's results without a journal and {@code force}
     *     is not given, if it holds files but no results of Tandem, or if another process is writing to it
     */
    public static ResultFolder open(Path folder, String digest, boolean force)
            throws IOException, RefusedFolderException {
        return open(folder, target -> FolderCheck.check(folder, target, digest, force));
    }

    /**
     * Opens the folder of a finished run to derive tables anew. What is not written or {@linkplain #keep kept} is gone
     * after {@link #commit(Manifest)}.
     *
     * @throws RefusedFolderException if it holds no results of Tandem, or if another process is writing to it
     */
    public static ResultFolder reopen(Path folder) throws IOException, RefusedFolderException {
        // What is opened to be written is made; here a misspelt name must leave no folder behind.
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            FolderCheck.checkFinished(folder, folder);
        }
        return open(folder, target -> FolderCheck.checkFinished(folder, target));
    }

    private interface Check {
        void of(Path target) throws IOException, RefusedFolderException;
    }

    private static ResultFolder open(Path folder, Check check) throws IOException, RefusedFolderException {
        Path target = Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw new RefusedFolderException(
                    folder + " is the root of a file system; choose a folder of its own with --out.");
        }
        Files.createDirectories(parent);
        FolderLock lock = FolderLock.acquire(target.resolveSibling("." + target.getFileName() + ".lock"))
                .orElseThrow(() -> new RefusedFolderException(
                        "Another run is writing to " + folder + "; wait for it or choose another folder with --out."));
        try {
            var swap = new FolderSwap(target);
            swap.recover();
            check.of(target);
            return new ResultFolder(target, swap, lock);
        } catch (IOException | RefusedFolderException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * A writer for a table of this folder; its undefined values go to undefined.csv. Finish it before {@link #commit}.
     */
    public TableWriter table(TableSchema schema) throws IOException {
        return new TableWriter(swap.staging(), schema, this::noteUndefined, this::add);
    }

    /**
     * The manifest of the folder as it is.
     *
     * @throws RefusedFolderException if it is of another schema version, or damaged
     */
    public Manifest manifest() throws IOException, RefusedFolderException {
        return Manifest.read(target);
    }

    /** SHA-256 of a file in the folder as it is, in lower-case hexadecimal digits; empty where it is not there. */
    public Optional<String> digest(ResultFile file) throws IOException {
        Path path = target.resolve(file.fileName());
        return TableFile.exists(path) ? Optional.of(TableFile.digest(path)) : Optional.empty();
    }

    /**
     * Takes a file over from the folder as it is.
     *
     * @param listed what the folder's manifest says of it
     * @return what it is; no rows where it is no table
     */
    public WrittenTable keep(ResultFile file, Optional<WrittenTable> listed) throws IOException {
        Path from = TableFile.actual(target.resolve(file.fileName()));
        var kept = KeptFile.link(from, swap.staging().resolve(from.getFileName()), file.fileName(), listed);
        add(kept);
        return kept;
    }

    /** Lists a file in the manifest that lies elsewhere, as an earlier manifest has it. */
    public void list(WrittenTable absent) {
        add(absent);
    }

    /** Takes over those rows of the folder's undefined.csv that are about certain tables, in their order. */
    public void keepUndefined(Predicate<String> tables) throws IOException {
        Path rows = target.resolve(ResultFile.UNDEFINED.fileName());
        if (!Files.exists(rows)) {
            return;
        }
        try (var old = TableReader.open(rows)) {
            while (old.hasNext()) {
                var row = old.next();
                if (tables.test(row.text("table"))) {
                    noteUndefined(row.text("table"), row.integer("row"), row.text("column"), row.text("reason"));
                }
            }
        }
    }

    /** Like {@link #table}, for rows that were encoded before. */
    public EncodedTableWriter encodedTable(TableSchema schema) throws IOException {
        return new EncodedTableWriter(swap.staging(), schema, this::noteUndefined, this::add);
    }

    /** The same, compressed. */
    public EncodedTableWriter compressedTable(TableSchema schema) throws IOException {
        return new EncodedTableWriter(swap.staging(), schema, this::noteUndefined, this::add, true);
    }

    private void noteUndefined(String table, long row, String column, String reason) throws IOException {
        undefined.write(undefined
                .schema()
                .row()
                .set("table", Value.of(table))
                .set("row", Value.of(row))
                .set("column", Value.of(column))
                .set("reason", Value.of(reason)));
    }

    /** Writes a file that is no table. */
    public void text(ResultFile file, String content) throws IOException {
        try (var staged = new StagedFile(swap.staging().resolve(file.fileName()))) {
            staged.stream().write(content.getBytes(StandardCharsets.UTF_8));
            add(new WrittenTable(file.fileName(), 0, staged.finish()));
        }
    }

    /** Writes a file into the folder as it is, which is not finished; a journal belongs to it from now on. */
    public void textAtOnce(ResultFile file, String content) throws IOException {
        Files.createDirectories(target.resolve(JOURNAL));
        try (var staged = new StagedFile(target.resolve(file.fileName()))) {
            staged.stream().write(content.getBytes(StandardCharsets.UTF_8));
            staged.finish();
        }
    }

    /** Where a finished table can be read before {@link #commit}. */
    public Path staged(ResultFile file) {
        return TableFile.actual(swap.staging().resolve(file.fileName()));
    }

    /** The folder's final place. */
    public Path target() {
        return target;
    }

    private void add(WrittenTable table) {
        for (ResultFile file : ResultFile.values()) {
            if (file.fileName().equals(table.file()) && file.digested()) {
                written.put(file, table);
            }
        }
    }

    /**
     * Adds undefined.csv, the manifest and the environment and puts the folder in its place, the old one going.
     *
     * @param manifest without tables: those finished in this folder are added
     */
    public Manifest commit(Manifest manifest, Environment environment) throws IOException {
        text(ResultFile.ENVIRONMENT, JsonFile.text(environment));
        return commit(manifest);
    }

    /**
     * The same with the environment that was kept, if any.
     *
     * @param manifest without tables: those finished, kept or listed in this folder are added
     */
    public Manifest commit(Manifest manifest) throws IOException {
        undefined.finish();
        for (Path entry : FolderSwap.entries(swap.staging())) {
            checkState(ResultFile.isOurs(entry.getFileName().toString()), "%s was not finished", entry);
        }
        Manifest complete = manifest.withTables(ImmutableList.copyOf(written.values()));
        text(ResultFile.MANIFEST, JsonFile.text(complete));
        swap.swap();
        return complete;
    }

    /** Drops everything written since {@link #open} unless it was committed. */
    @Override
    public void close() throws IOException {
        try (lock) {
            undefined.close();
            swap.dropStaging();
        }
    }
}
