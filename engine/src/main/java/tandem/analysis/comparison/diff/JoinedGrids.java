package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import tandem.tables.FinishedFolder;
import tandem.tables.ResultFile;
import tandem.tables.TableFile;
import tandem.tables.TableKeys;
import tandem.tables.UnusableTableException;

/**
 * How cells and runs of two folders belong together: by number where they have the same grid, otherwise by the levels of
 * their factors and the replicate, since another grid numbers them differently.
 */
sealed interface JoinedGrids {

    /** The keys of a table in one of the two folders. */
    KeyedTable table(ResultFile file, Path path, boolean first) throws IOException;

    /** Why rows of the table cannot be joined; empty where they can. */
    String obstacle(ResultFile file);

    /** Cells and runs have the same numbers. */
    record ByNumber() implements JoinedGrids {
        @Override
        public KeyedTable table(ResultFile file, Path path, boolean first) throws IOException {
            return KeyedTable.of(path, TableKeys.of(file), true);
        }

        @Override
        public String obstacle(ResultFile file) {
            return "";
        }
    }

    /**
     * The same factors with other levels, or another number of replicates.
     *
     * @param factors in the order of the first folder
     */
    record ByLevels(ImmutableList<String> factors, NumberedCells first, NumberedCells second) implements JoinedGrids {
        @Override
        public KeyedTable table(ResultFile file, Path path, boolean ofFirst) throws IOException {
            var cells = ofFirst ? first : second;
            var columns = KeyedTable.columns(path);
            var parts = ImmutableList.<KeyPart>builder();
            for (String key : TableKeys.of(file)) {
                int index = columns.indexOf(key);
                if (index < 0) {
                    throw new UnusableTableException(path, 1, "there is no column " + key);
                }
                switch (key) {
                    case "run" -> parts.addAll(cells.ofRun(factors, index, path));
                    case "cell" -> parts.addAll(cells.ofCell(factors, index, path));
                    default -> parts.add(KeyPart.column(key, index, true));
                }
            }
            return new KeyedTable(path, columns, parts.build());
        }

        @Override
        public String obstacle(ResultFile file) {
            return file == ResultFile.UNDEFINED ? "a table names rows by number and the grids differ" : "";
        }
    }

    /** Other factors. */
    record Apart(String reason) implements JoinedGrids {
        @Override
        public KeyedTable table(ResultFile file, Path path, boolean first) throws IOException {
            return KeyedTable.of(path, TableKeys.of(file), true);
        }

        @Override
        public String obstacle(ResultFile file) {
            var keys = TableKeys.of(file);
            return keys.contains("run") || keys.contains("cell") || file == ResultFile.UNDEFINED ? reason : "";
        }
    }

    /** Columns that number cells and runs are keys or follow from them. */
    ImmutableSet<String> NUMBERS = ImmutableSet.of("run", "cell", "replicate");

    static JoinedGrids of(FinishedFolder first, FinishedFolder second) throws IOException {
        var firstCells = first.path(ResultFile.CELLS);
        var secondCells = second.path(ResultFile.CELLS);
        long replicates = first.manifest().counts().replicates();
        if (firstCells.isEmpty()
                || secondCells.isEmpty()
                || (replicates == second.manifest().counts().replicates()
                        && TableFile.areEqual(firstCells.get(), secondCells.get()))) {
            return new ByNumber();
        }
        var a = NumberedCells.read(firstCells.get(), replicates);
        var b = NumberedCells.read(secondCells.get(), second.manifest().counts().replicates());
        return ImmutableSet.copyOf(a.factors()).equals(ImmutableSet.copyOf(b.factors()))
                ? new ByLevels(a.factors(), a, b)
                : new Apart("the folders vary different factors: " + list(a) + " and " + list(b));
    }

    private static String list(NumberedCells cells) {
        return cells.factors().isEmpty() ? "none" : String.join(", ", cells.factors());
    }
}
