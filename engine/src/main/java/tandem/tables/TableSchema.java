package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** A table's file and its columns, in order, with unique names. */
public final class TableSchema {
    private final ResultFile file;
    private final ImmutableList<Column> columns;
    private final ImmutableMap<String, Integer> indices;

    private TableSchema(ResultFile file, ImmutableList<Column> columns, ImmutableMap<String, Integer> indices) {
        this.file = file;
        this.columns = columns;
        this.indices = indices;
    }

    /**
     * A schema of the given columns.
     *
     * @throws IllegalArgumentException if two columns have the same name
     */
    public static TableSchema of(ResultFile file, Iterable<Column> columns) {
        ImmutableList<Column> list = ImmutableList.copyOf(columns);
        var indices = ImmutableMap.<String, Integer>builder();
        for (int i = 0; i < list.size(); i++) {
            indices.put(list.get(i).name(), i);
        }
        return new TableSchema(file, list, indices.buildOrThrow());
    }

    public ResultFile file() {
        return file;
    }

    public ImmutableList<Column> columns() {
        return columns;
    }

    public ImmutableList<String> header() {
        return columns.stream().map(Column::name).collect(ImmutableList.toImmutableList());
    }

    public boolean has(String column) {
        return indices.containsKey(column);
    }

    /** Position of a column, from 0. */
    int index(String column) {
        Integer index = indices.get(column);
        checkArgument(index != null, "%s has no column %s", file.fileName(), column);
        return index;
    }

    /** An empty row to be filled by column name. */
    public Row row() {
        return new Row(this);
    }
}
