package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/** The rows of a file in its order. */
final class FileRows implements RowSource {
    private final Path path;
    private final TableReader reader;
    private final ImmutableList<KeyPart> parts;

    private FileRows(Path path, TableReader reader, ImmutableList<KeyPart> parts) {
        this.path = path;
        this.reader = reader;
        this.parts = parts;
    }

    static FileRows open(Path path, ImmutableList<KeyPart> parts) throws IOException {
        return new FileRows(path, TableReader.open(path), parts);
    }

    @Override
    public @Nullable KeyedRow next() {
        if (!reader.hasNext()) {
            return null;
        }
        var fields = reader.next();
        var key = new StringBuilder();
        long order = KeyedRow.TEXT;
        for (int p = 0; p < parts.size(); p++) {
            var part = parts.get(p);
            String field = part.of().apply(fields);
            if (field.isEmpty() && !part.mayBeBlank()) {
                throw new UnusableTableException(
                        path,
                        fields.line(),
                        "this row has no key: its field " + part.label() + " is empty; fill it in, or name other key"
                                + " columns with --key");
            }
            KeyText.append(key, field);
            order = p == 0 ? KeyedRow.orderOf(field) : order;
        }
        return new KeyedRow(order, key.toString(), fields.line(), fields::at);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
