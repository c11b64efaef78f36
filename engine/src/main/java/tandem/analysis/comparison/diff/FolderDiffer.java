package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tandem.tables.FinishedFolder;
import tandem.tables.ResultFile;
import tandem.tables.TableFile;
import tandem.tables.TableKeys;
import tandem.tables.WrittenTable;

/** Compares the tables of two result folders; those that differ from one execution to the next are left out. */
public final class FolderDiffer {
    private final TableDiffer tables;

    public FolderDiffer(DiffOptions options) {
        this.tables = new TableDiffer(options);
    }

    /** @param only tables to compare; all where empty */
    public FolderDiff diff(FinishedFolder first, FinishedFolder second, ImmutableSet<ResultFile> only)
            throws IOException {
        var outcomes = ImmutableList.<TableOutcome>builder();
        var grids = JoinedGrids.of(first, second);
        for (ResultFile file : ResultFile.values()) {
            if (!TableKeys.of(file).isEmpty() && (only.isEmpty() || only.contains(file))) {
                outcome(file, first, second, grids).ifPresent(outcomes::add);
            }
        }
        return new FolderDiff(
                outcomes.build(),
                first.manifest().scenario().equals(second.manifest().scenario()));
    }

    private Optional<TableOutcome> outcome(
            ResultFile file, FinishedFolder first, FinishedFolder second, JoinedGrids grids) throws IOException {
        var a = first.path(file);
        var b = second.path(file);
        if (a.isPresent() && b.isPresent()) {
            return Optional.of(ofBoth(file, a.get(), b.get(), grids));
        }
        var firstDigest = first.manifest().listed(file).map(WrittenTable::sha256);
        var secondDigest = second.manifest().listed(file).map(WrittenTable::sha256);
        if (firstDigest.isPresent() && secondDigest.isPresent()) {
            return Optional.of(
                    firstDigest.equals(secondDigest)
                            ? new TableOutcome.Same(file, TableOutcome.Ground.DIGESTS)
                            : new TableOutcome.DifferentDigests(file));
        }
        boolean inFirst = a.isPresent() || firstDigest.isPresent();
        return inFirst || b.isPresent() || secondDigest.isPresent()
                ? Optional.of(new TableOutcome.OnlyOne(file, inFirst))
                : Optional.empty();
    }

    private TableOutcome ofBoth(ResultFile file, Path first, Path second, JoinedGrids grids) throws IOException {
        if (TableFile.areEqual(first, second)) {
            return new TableOutcome.Same(file, TableOutcome.Ground.BYTES);
        }
        String obstacle = grids.obstacle(file);
        if (!obstacle.isEmpty()) {
            return new TableOutcome.NotJoined(file, obstacle);
        }
        var keys = TableKeys.of(file);
        boolean byNumber = grids instanceof JoinedGrids.ByNumber;
        var diff = tables.diff(
                grids.table(file, first, true),
                grids.table(file, second, false),
                column -> keys.contains(column) || (!byNumber && JoinedGrids.NUMBERS.contains(column)));
        return diff.isEmpty()
                ? new TableOutcome.Same(file, TableOutcome.Ground.FIELDS)
                : new TableOutcome.Different(file, diff);
    }
}
