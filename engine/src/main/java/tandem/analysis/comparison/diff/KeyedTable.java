package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/**
 * A table and what tells its rows apart.
 *
 * @param columns its header
 * @param parts of the key
 */
record KeyedTable(Path path, ImmutableList<String> columns, ImmutableList<KeyPart> parts) {

    /**
     * A table with columns for keys.
     *
     * @param mayBeBlank whether empty fields are keys, too
     * @throws UnusableTableException if there is no such column
     */
    static KeyedTable of(Path path, ImmutableList<String> keys, boolean mayBeBlank) throws IOException {
        ImmutableList<String> columns = columns(path);
        var parts = ImmutableList.<KeyPart>builder();
        for (String key : keys) {
            int index = columns.indexOf(key);
            if (index < 0) {
                throw new UnusableTableException(
                        path, 1, "there is no key column " + key + "; its columns are " + String.join(", ", columns));
            }
            parts.add(KeyPart.column(key, index, mayBeBlank));
        }
        return new KeyedTable(path, columns, parts.build());
    }

    static ImmutableList<String> columns(Path path) throws IOException {
        try (var reader = TableReader.open(path)) {
            return reader.columns();
        }
    }

    ImmutableList<String> labels() {
        return parts.stream().map(KeyPart::label).collect(ImmutableList.toImmutableList());
    }

    RowSource open() throws IOException {
        return FileRows.open(path, parts);
    }
}
