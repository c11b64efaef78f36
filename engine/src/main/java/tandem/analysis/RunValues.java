package tandem.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Path;
import tandem.tables.TableReader;

/** Columns of runs.csv in memory, by cell and replicate: 8 bytes a run and column. */
public final class RunValues {
    private final int replicates;
    private final ImmutableMap<String, ImmutableDoubleArray> values;

    private RunValues(int replicates, ImmutableMap<String, ImmutableDoubleArray> values) {
        this.replicates = replicates;
        this.values = values;
    }

    /**
     * Reads the given columns.
     *
     * @param runs runs.csv, in the order of cells and replicates
     */
    public static RunValues read(Path runs, ImmutableList<String> columns) throws IOException {
        long replicates = 0;
        var values = Maps.toMap(columns, _ -> ImmutableDoubleArray.builder());
        try (var rows = TableReader.open(runs)) {
            while (rows.hasNext()) {
                var fields = rows.next();
                replicates = Math.max(replicates, fields.integer("replicate") + 1);
                values.forEach((column, list) -> list.add(fields.number(column).orElse(Double.NaN)));
            }
        }
        return new RunValues(
                (int) replicates,
                ImmutableMap.copyOf(Maps.transformValues(values, ImmutableDoubleArray.Builder::build)));
    }

    public int replicates() {
        return replicates;
    }

    public int cells() {
        return replicates == 0 ? 0 : values.values().iterator().next().length() / replicates;
    }

    /** The value; NaN where it is undefined. */
    public double at(String column, int cell, int replicate) {
        return list(column).get(cell * replicates + replicate);
    }

    /** A copy of a column: the value of a cell's replicate at {@code cell * replicates + replicate}, NaN where undefined. */
    public double[] column(String column) {
        return list(column).toArray();
    }

    private ImmutableDoubleArray list(String column) {
        var list = values.get(column);
        if (list == null) {
            throw new IllegalArgumentException("column " + column + " was not read");
        }
        return list;
    }
}
