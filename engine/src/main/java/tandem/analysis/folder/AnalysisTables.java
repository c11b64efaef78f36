package tandem.analysis.folder;

import static tandem.tables.ResultFile.CELLS;
import static tandem.tables.ResultFile.CURVES;
import static tandem.tables.ResultFile.EPOCHS;
import static tandem.tables.ResultFile.RUNS;
import static tandem.tables.ResultFile.STOPPING;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.analysis.CurvesTable;
import tandem.analysis.SummaryTable;
import tandem.analysis.claims.ClaimsTable;
import tandem.analysis.correlation.CorrelationsTable;
import tandem.analysis.correlation.SelectionTable;
import tandem.analysis.effects.EffectsTable;
import tandem.analysis.stopping.StoppingTable;
import tandem.tables.AnalysisSchemas;
import tandem.tables.ClaimsSchema;
import tandem.tables.ResultFolder;
import tandem.tables.Schemas;

/** All tables that follow from a folder's run-level tables. */
public final class AnalysisTables {

    private AnalysisTables() {}

    /** Adds the tables to a folder that holds its run-level tables, not yet committed. */
    public static void write(ResultFolder folder, AnalysisSettings settings) throws IOException {
        for (DerivedTable table : of(settings)) {
            table.write(folder);
        }
    }

    /** In the order in which they are written, which is that of their rows in undefined.csv. */
    static ImmutableList<DerivedTable> of(AnalysisSettings settings) {
        var runsAndEpochs = ImmutableList.of(RUNS, EPOCHS);
        var cellsAndRuns = ImmutableList.of(CELLS, RUNS);
        return ImmutableList.of(
                new DerivedTable(
                        CURVES,
                        runsAndEpochs,
                        in -> CurvesTable.appliesTo(in.staged(RUNS)),
                        in -> CurvesTable.schema(in.staged(EPOCHS)),
                        (in, out) -> CurvesTable.write(in.staged(RUNS), in.staged(EPOCHS), out)),
                DerivedTable.of(
                        Schemas.summary(),
                        cellsAndRuns,
                        (in, out) -> SummaryTable.write(in.staged(CELLS), in.staged(RUNS), out)),
                new DerivedTable(
                        STOPPING,
                        runsAndEpochs,
                        in -> StoppingTable.appliesTo(in.staged(RUNS)),
                        _ -> AnalysisSchemas.stopping(),
                        (in, out) -> StoppingTable.write(in.staged(RUNS), in.staged(EPOCHS), settings.patience(), out)),
                DerivedTable.of(
                        AnalysisSchemas.correlations(),
                        cellsAndRuns,
                        (in, out) -> CorrelationsTable.write(in.staged(CELLS), in.staged(RUNS), settings.seed(), out)),
                DerivedTable.of(
                        AnalysisSchemas.selection(),
                        cellsAndRuns,
                        (in, out) -> SelectionTable.write(in.staged(CELLS), in.staged(RUNS), settings.seed(), out)),
                DerivedTable.of(
                        AnalysisSchemas.effects(),
                        cellsAndRuns,
                        (in, out) -> EffectsTable.write(in.staged(CELLS), in.staged(RUNS), out)),
                DerivedTable.of(
                        ClaimsSchema.claims(),
                        ImmutableList.of(RUNS),
                        (in, out) -> ClaimsTable.write(in.staged(RUNS), settings.claims(), out)));
    }
}
