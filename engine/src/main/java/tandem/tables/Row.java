package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import org.jspecify.annotations.Nullable;

/** The values of one row, set by column name; each exactly once, each of its column's type. */
public final class Row {
    private final TableSchema schema;
    private final @Nullable Value[] values;

    Row(TableSchema schema) {
        this.schema = schema;
        this.values = new Value[schema.columns().size()];
    }

    /**
     * Sets a field and returns this row.
     *
     * @throws IllegalArgumentException if there is no such column, it has its value already, or the value is of another
     *     type
     */
    public Row set(String column, Value value) {
        int index = schema.index(column);
        checkArgument(values[index] == null, "%s is set twice", column);
        ColumnType type = schema.columns().get(index).type();
        boolean fits = switch (value) {
            case Value.Real _ -> type == ColumnType.NUMBER;
            case Value.Count _ -> type == ColumnType.INTEGER;
            case Value.Text _ -> type == ColumnType.TEXT;
            case Value.Undefined _, Value.Blank _ -> true;
        };
        checkArgument(fits, "%s is of type %s and cannot hold %s", column, type, value);
        values[index] = value;
        return this;
    }

    TableSchema schema() {
        return schema;
    }

    /** @throws IllegalStateException if the column was not set */
    Value value(int index) {
        Value value = values[index];
        checkState(
                value != null,
                "%s: no value for column %s",
                schema.file().fileName(),
                schema.columns().get(index).name());
        return value;
    }
}
