package tandem.analysis.folder;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tandem.analysis.folder.DerivedAnew.Left;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.TableFile;
import tandem.tables.WrittenTable;

/**
 * Derives every table whose inputs a finished folder holds. All other files stay as they are, and so do their rows of
 * undefined.csv; the same inputs give the same bytes as at the end of a run.
 */
public final class Rederivation {
    /** What is written anew in any case. */
    private static final Set<ResultFile> REWRITTEN =
            Sets.immutableEnumSet(ResultFile.MANIFEST, ResultFile.SCENARIO, ResultFile.UNDEFINED);

    private final ResultFolder folder;
    private final Manifest manifest;
    private final ImmutableList<DerivedFile> tables;
    private final ImmutableList<Left> left;

    private Rederivation(ResultFolder folder, Manifest manifest, AnalysisSettings settings) {
        this.folder = folder;
        this.manifest = manifest;
        this.tables = AnalysisTables.of(settings);
        this.left = tables.stream()
                .map(this::left)
                .filter(one -> !one.missing().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Writes the tables; the scenario and the manifest are still to follow.
     *
     * @param folder reopened
     * @param manifest the folder's
     * @param force take files as they are that somebody has changed since they were written
     * @throws RefusedFolderException if a file is not as it was written and {@code force} is not given
     */
    public static DerivedAnew in(ResultFolder folder, Manifest manifest, AnalysisSettings settings, boolean force)
            throws IOException, RefusedFolderException {
        var rederivation = new Rederivation(folder, manifest, settings);
        var changed = rederivation.keepFiles();
        if (!changed.isEmpty() && !force) {
            throw new RefusedFolderException(lenientFormat(
                    "%s: changed since Tandem wrote it; run the scenario anew, or take it as it is with --force.",
                    String.join(", ", changed)));
        }
        return rederivation.write();
    }

    private Left left(DerivedFile table) {
        return new Left(
                table.file(),
                table.inputs().stream().filter(input -> !exists(input)).collect(ImmutableList.toImmutableList()),
                exists(table.file()));
    }

    private boolean exists(ResultFile file) {
        return TableFile.exists(place(file));
    }

    private Path place(ResultFile file) {
        return folder.target().resolve(file.fileName());
    }

    /** Takes over what is not derived; names the files that are not as the manifest has them. */
    private ImmutableList<String> keepFiles() throws IOException {
        var changed = ImmutableList.<String>builder();
        for (ResultFile file : kept()) {
            Optional<WrittenTable> listed = manifest.listed(file);
            if (exists(file)) {
                WrittenTable now = folder.keep(file, listed);
                if (listed.isPresent() && !listed.get().equals(now)) {
                    changed.add(file.fileName());
                }
            } else {
                listed.ifPresent(folder::list);
            }
        }
        Optional<WrittenTable> undefined = manifest.listed(ResultFile.UNDEFINED);
        if (undefined.isPresent() && !folder.digest(ResultFile.UNDEFINED).equals(undefined.map(WrittenTable::sha256))) {
            changed.add(ResultFile.UNDEFINED.fileName());
        }
        return changed.build();
    }

    private Set<ResultFile> kept() {
        var kept = EnumSet.allOf(ResultFile.class);
        kept.removeAll(REWRITTEN);
        tables.stream().filter(table -> !isLeft(table)).map(DerivedFile::file).forEach(kept::remove);
        return kept;
    }

    private boolean isLeft(DerivedFile table) {
        return left.stream().anyMatch(one -> one.table() == table.file());
    }

    private DerivedAnew write() throws IOException {
        var derived = tables.stream().map(table -> table.file().tableName()).collect(ImmutableSet.toImmutableSet());
        folder.keepUndefined(name -> !derived.contains(name));
        var rebuilt = ImmutableList.<ResultFile>builder();
        for (DerivedFile table : tables) {
            if (isLeft(table)) {
                folder.keepUndefined(table.file().tableName()::equals);
            } else {
                table.write(folder);
                if (Files.exists(folder.staged(table.file()))) {
                    rebuilt.add(table.file());
                }
            }
        }
        return new DerivedAnew(rebuilt.build(), left);
    }
}
