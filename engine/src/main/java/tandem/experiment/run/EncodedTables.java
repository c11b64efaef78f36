package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import tandem.tables.EncodedRows;
import tandem.tables.EncodedTableWriter;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.TableSchema;

/** The writers of all tables whose rows are encoded while training goes on. */
final class EncodedTables implements Closeable {
    private final Closer closer = Closer.create();
    private final ImmutableList<EncodedTableWriter> writers;

    /** @param compresses whether the rows of epochs are compressed */
    EncodedTables(ResultFolder folder, ImmutableList<TableSchema> schemas, boolean compresses) throws IOException {
        var opened = ImmutableList.<EncodedTableWriter>builder();
        for (var schema : schemas) {
            boolean compressed = compresses && schema.file() == ResultFile.EPOCHS;
            opened.add(closer.register(compressed ? folder.compressedTable(schema) : folder.encodedTable(schema)));
        }
        this.writers = opened.build();
    }

    /** Appends the rows of a run, one entry a table, in which its number is 0. */
    void append(long run, ImmutableList<EncodedRows> rows) throws IOException {
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).append(run, rows.get(i));
        }
    }

    void finish() throws IOException {
        for (var writer : writers) {
            writer.finish();
        }
    }

    @Override
    public void close() throws IOException {
        closer.close();
    }
}
