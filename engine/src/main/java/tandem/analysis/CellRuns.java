package tandem.analysis;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * What runs.csv says of one cell.
 *
 * @param runs all of them, diverged and failed ones included
 * @param values by column, the defined values in the order of the runs
 */
record CellRuns(long cell, int runs, int diverged, int failed, ImmutableMap<String, ImmutableDoubleArray> values) {

    /** Defined values of a column; none where there is no such column. */
    ImmutableDoubleArray values(String column) {
        return values.getOrDefault(column, ImmutableDoubleArray.of());
    }
}
