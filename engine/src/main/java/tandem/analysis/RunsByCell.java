package tandem.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.tables.RunColumns;
import tandem.tables.RunColumns.Status;
import tandem.tables.TableReader;

/** Reads runs.csv cell by cell; the runs of a cell follow each other. Memory holds the numbers of one cell. */
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
        var cell = new Cell(first.integer("cell"), results);
        cell.add(first);
        for (var fields = following(); fields != null; fields = following()) {
            if (fields.integer("cell") != cell.number) {
                pending = fields;
                break;
            }
            cell.add(fields);
        }
        return Optional.of(cell.runs());
    }

    private TableReader.@Nullable Fields following() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** What is kept of a cell's rows while they are read. */
    private static final class Cell {
        final long number;
        private final ImmutableMap<String, ImmutableDoubleArray.Builder> values;
        private int count;
        private int diverged;
        private int failed;

        Cell(long number, ImmutableList<String> columns) {
            this.number = number;
            this.values = Maps.toMap(columns, _ -> ImmutableDoubleArray.builder());
        }

        void add(TableReader.Fields run) {
            count++;
            String status = run.text("status");
            diverged += status.equals(Status.DIVERGED.text()) ? 1 : 0;
            failed += status.equals(Status.FAILED.text()) ? 1 : 0;
            values.forEach((column, defined) -> run.number(column).ifPresent(defined::add));
        }

        CellRuns runs() {
            return new CellRuns(
                    number,
                    count,
                    diverged,
                    failed,
                    ImmutableMap.copyOf(Maps.transformValues(values, ImmutableDoubleArray.Builder::build)));
        }
    }
}
