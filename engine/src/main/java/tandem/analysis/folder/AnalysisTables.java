package tandem.analysis.folder;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import tandem.analysis.CurvesTable;
import tandem.analysis.SummaryTable;
import tandem.analysis.correlation.CorrelationsTable;
import tandem.analysis.correlation.SelectionTable;
import tandem.analysis.effects.EffectsTable;
import tandem.analysis.stopping.StoppingTable;
import tandem.tables.AnalysisSchemas;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.Schemas;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;

/** All tables that follow from a folder's run-level tables. */
public final class AnalysisTables {
    private final ResultFolder folder;
    private final Path cells;
    private final Path runs;
    private final Path epochs;

    private AnalysisTables(ResultFolder folder) {
        this.folder = folder;
        this.cells = folder.staged(ResultFile.CELLS);
        this.runs = folder.staged(ResultFile.RUNS);
        this.epochs = folder.staged(ResultFile.EPOCHS);
    }

    /**
     * Adds the tables to a folder that holds cells.csv, runs.csv and epochs.csv, not yet committed. stopping.csv is
     * added only where some run has validation and test splits and an epoch.
     */
    public static void write(ResultFolder folder, AnalysisSettings settings) throws IOException {
        new AnalysisTables(folder).write(settings);
    }

    private void write(AnalysisSettings settings) throws IOException {
        table(Schemas.curves(), out -> CurvesTable.write(runs, epochs, out));
        table(Schemas.summary(), out -> SummaryTable.write(cells, runs, out));
        ImmutableList<Integer> patience = settings.patience();
        if (StoppingTable.appliesTo(runs)) {
            table(AnalysisSchemas.stopping(), out -> StoppingTable.write(runs, epochs, patience, out));
        }
        table(AnalysisSchemas.correlations(), out -> CorrelationsTable.write(cells, runs, settings.seed(), out));
        table(AnalysisSchemas.selection(), out -> SelectionTable.write(cells, runs, settings.seed(), out));
        table(AnalysisSchemas.effects(), out -> EffectsTable.write(cells, runs, out));
    }

    private interface Content {
        void write(TableWriter out) throws IOException;
    }

    private void table(TableSchema schema, Content content) throws IOException {
        try (var out = folder.table(schema)) {
            content.write(out);
            out.finish();
        }
    }
}
