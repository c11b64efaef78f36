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
 * @param columns what it has, which may depend on the inputs
 * @param inputs the files it is made of; all of them are written before any derived table
 * @param condition whether the inputs have anything to say on it; otherwise it is not written
 */
record DerivedTable(
        ResultFile file, ImmutableList<ResultFile> inputs, Condition condition, Columns columns, Content content) {

    /** Looks at the staged inputs. */
    interface Condition {
        Condition ALWAYS = _ -> true;

        boolean isMet(ResultFolder folder) throws IOException;
    }

    /** Looks at the staged inputs. */
    interface Columns {
        TableSchema in(ResultFolder folder) throws IOException;
    }

    /** Writes the rows from the staged inputs, and does not finish the table. */
    interface Content {
        void write(ResultFolder folder, TableWriter out) throws IOException;
    }

    static DerivedTable of(TableSchema schema, ImmutableList<ResultFile> inputs, Content content) {
        return new DerivedTable(schema.file(), inputs, Condition.ALWAYS, _ -> schema, content);
    }

    /** Writes the table to a folder that is not yet committed. */
    void write(ResultFolder folder) throws IOException {
        if (!condition.isMet(folder)) {
            return;
        }
        try (var out = folder.table(columns.in(folder))) {
            content.write(folder, out);
            out.finish();
        }
    }
}
