package tandem.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.TableFile;
import tandem.tables.TableReader;

/** The files of one result folder, read only. */
record StudyTables(Path folder, Manifest manifest) {

    static StudyTables open(Path folder) throws IOException, RefusedFolderException {
        var manifest = Manifest.read(folder);
        return new StudyTables(folder, manifest);
    }

    boolean has(ResultFile file) {
        return TableFile.exists(path(file));
    }

    Path path(ResultFile file) {
        return folder.resolve(file.fileName());
    }

    /** The text of a file of the folder; empty where it is missing. */
    Optional<String> text(ResultFile file) throws IOException {
        return has(file) ? Optional.of(Files.readString(path(file), StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Looks at every row of a table; none where it is missing. */
    void forEach(ResultFile table, RowVisitor visitor) throws IOException {
        if (!has(table)) {
            return;
        }
        try (var rows = TableReader.open(path(table))) {
            while (rows.hasNext()) {
                visitor.visit(rows.next());
            }
        }
    }

    /** The cell of a run: runs are numbered cell by cell. */
    long cellOf(long run) {
        return run / Math.max(1, manifest.counts().replicates());
    }

    /** Sees one row. */
    interface RowVisitor {
        void visit(TableReader.Fields fields) throws IOException;
    }
}
