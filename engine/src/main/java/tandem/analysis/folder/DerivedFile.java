package tandem.analysis.folder;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;

/**
 * A file that follows from others.
 *
 * @param inputs the files it is made of, all of them written before it
 * @param condition whether there is anything to say; otherwise it is not written
 */
record DerivedFile(ResultFile file, ImmutableList<ResultFile> inputs, Condition condition, Content content) {

    /** Looks at the staged inputs. */
    interface Condition {
        Condition ALWAYS = _ -> true;

        boolean isMet(ResultFolder folder) throws IOException;
    }

    /** Writes the file from the staged inputs. */
    interface Content {
        void write(ResultFolder folder) throws IOException;
    }

    /** Writes the rows of a table from the staged inputs, and does not finish it. */
    interface Rows {
        void write(ResultFolder folder, TableWriter out) throws IOException;
    }

    static DerivedFile table(TableSchema schema, ImmutableList<ResultFile> inputs, Rows rows) {
        return table(schema, inputs, Condition.ALWAYS, rows);
    }

    static DerivedFile table(TableSchema schema, ImmutableList<ResultFile> inputs, Condition condition, Rows rows) {
        return new DerivedFile(schema.file(), inputs, condition, folder -> {
            try (var out = folder.table(schema)) {
                rows.write(folder, out);
                out.finish();
            }
        });
    }

    /** Writes the file to a folder that is not yet committed. */
    void write(ResultFolder folder) throws IOException {
        if (condition.isMet(folder)) {
            content.write(folder);
        }
    }
}
