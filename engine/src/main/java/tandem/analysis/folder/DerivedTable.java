package tandem.analysis.folder;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;

/**
 * A table that follows from others.
 *
 * @param inputs the files it is made of; all of them are written before any derived table
 * @param condition whether the inputs have anything to say on it; otherwise it is not written
 */
record DerivedTable(TableSchema schema, ImmutableList<ResultFile> inputs, Condition condition, Content content) {

    /** Looks at the staged inputs. */
    interface Condition {
        Condition ALWAYS = _ -> true;

        boolean isMet(ResultFolder folder) throws IOException;
    }

    /** Writes the rows from the staged inputs, and does not finish the table. */
    interface Content {
        void write(ResultFolder folder, TableWriter out) throws IOException;
    }

    static DerivedTable of(TableSchema schema, ImmutableList<ResultFile> inputs, Content content) {
        return new DerivedTable(schema, inputs, Condition.ALWAYS, content);
    }

    ResultFile file() {
        return schema.file();
    }

    /** Writes the table to a folder that is not yet committed. */
    void write(ResultFolder folder) throws IOException {
        if (!condition.isMet(folder)) {
            return;
        }
        try (var out = folder.table(schema)) {
            content.write(folder, out);
            out.finish();
        }
    }
}
