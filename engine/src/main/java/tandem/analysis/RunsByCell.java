package tandem.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.tables.RunColumns;
import tandem.tables.RunColumns.Status;
import tandem.tables.TableReader;

/** Reads runs.csv cell by cell; the runs of a cell follow each other. Memory holds one cell. */
final class RunsByCell implements Closeable {
    private final TableReader rows;
    private final ImmutableList<String> results;
    private TableReader.@Nullable Fields pending;

    private RunsByCell(TableReader rows, ImmutableList<String> results) {
        this.rows = rows;
        this.results = results;
    }

    /** @param factors names of the factor columns, as in cells.csv */
    static RunsByCell open(Path runs, ImmutableList<String> factors) throws IOException {
        var rows = TableReader.open(runs);
        return new RunsByCell(
                rows,
                rows.columns().stream()
                        .filter(column -> !RunColumns.KEYS.contains(column) && !factors.contains(column))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Names of the columns that hold results, all of them numeric. */
    ImmutableList<String> results() {
        return results;
    }

    /** The next cell; empty at the end. */
    Optional<CellRuns> next() {
        TableReader.Fields first = pending != null ? pending : following();
        pending = null;
        if (first == null) {
            return Optional.empty();
        }
        long cell = first.integer("cell");
        var runs = ImmutableList.<TableReader.Fields>builder().add(first);
        for (var fields = following(); fields != null; fields = following()) {
            if (fields.integer("cell") != cell) {
                pending = fields;
                break;
            }
            runs.add(fields);
        }
        return Optional.of(collect(cell, runs.build()));
    }

    private TableReader.@Nullable Fields following() {
        return rows.hasNext() ? rows.next() : null;
    }

    private CellRuns collect(long cell, ImmutableList<TableReader.Fields> runs) {
        var values = ImmutableMap.<String, ImmutableDoubleArray>builder();
        for (String column : results) {
            var defined = ImmutableDoubleArray.builder(runs.size());
            runs.forEach(run -> run.number(column).ifPresent(defined::add));
            values.put(column, defined.build());
        }
        return new CellRuns(
                cell, runs.size(), count(runs, Status.DIVERGED), count(runs, Status.FAILED), values.buildOrThrow());
    }

    private static int count(ImmutableList<TableReader.Fields> runs, Status status) {
        return Iterables.size(Iterables.filter(runs, run -> run.text("status").equals(status.text())));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
