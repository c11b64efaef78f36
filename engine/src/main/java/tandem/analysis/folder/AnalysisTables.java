package tandem.analysis.folder;

import static tandem.tables.ResultFile.ANSWER;
import static tandem.tables.ResultFile.CELLS;
import static tandem.tables.ResultFile.CLAIMS;
import static tandem.tables.ResultFile.CURVES;
import static tandem.tables.ResultFile.EPOCHS;
import static tandem.tables.ResultFile.RUNS;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.analysis.CurvesTable;
import tandem.analysis.SummaryTable;
import tandem.analysis.claims.AnswerText;
import tandem.analysis.claims.ClaimsTable;
import tandem.analysis.correlation.CorrelationsTable;
import tandem.analysis.correlation.SelectionTable;
import tandem.analysis.effects.EffectsTable;
import tandem.analysis.stopping.StoppingTable;
import tandem.tables.AnalysisSchemas;
import tandem.tables.ClaimsSchema;
import tandem.tables.ResultFolder;
import tandem.tables.Schemas;

/** All files that follow from a folder's run-level tables. */
public final class AnalysisTables {

    private AnalysisTables() {}

    /** Adds the files to a folder that holds its run-level tables, not yet committed. */
    public static void write(ResultFolder folder, AnalysisSettings settings) throws IOException {
        for (DerivedFile file : of(settings)) {
            file.write(folder);
        }
    }

    /** Its columns depend on those of its inputs. */
    private static void writeCurves(ResultFolder folder) throws IOException {
        try (var out = folder.table(CurvesTable.schema(folder.staged(EPOCHS)))) {
            CurvesTable.write(folder.staged(RUNS), folder.staged(EPOCHS), out);
            out.finish();
        }
    }

    /** In the order in which they are written, which is that of their rows in undefined.csv. */
    static ImmutableList<DerivedFile> of(AnalysisSettings settings) {
        var runsAndEpochs = ImmutableList.of(RUNS, EPOCHS);
        var cellsAndRuns = ImmutableList.of(CELLS, RUNS);
        return ImmutableList.of(
                new DerivedFile(
                        CURVES,
                        runsAndEpochs,
                        in -> CurvesTable.appliesTo(in.staged(EPOCHS)),
                        AnalysisTables::writeCurves),
                DerivedFile.table(
                        Schemas.summary(),
                        cellsAndRuns,
                        (in, out) -> SummaryTable.write(in.staged(CELLS), in.staged(RUNS), out)),
                DerivedFile.table(
                        AnalysisSchemas.stopping(),
                        runsAndEpochs,
                        in -> settings.everyEpoch()
                                && StoppingTable.appliesTo(in.staged(RUNS))
                                && CurvesTable.appliesTo(in.staged(EPOCHS)),
                        (in, out) -> StoppingTable.write(in.staged(RUNS), in.staged(EPOCHS), settings.patience(), out)),
                DerivedFile.table(
                        AnalysisSchemas.correlations(),
                        cellsAndRuns,
                        (in, out) -> CorrelationsTable.write(in.staged(CELLS), in.staged(RUNS), settings.seed(), out)),
                DerivedFile.table(
                        AnalysisSchemas.selection(),
                        cellsAndRuns,
                        (in, out) -> SelectionTable.write(in.staged(CELLS), in.staged(RUNS), settings.seed(), out)),
                DerivedFile.table(
                        AnalysisSchemas.effects(),
                        cellsAndRuns,
                        (in, out) -> EffectsTable.write(in.staged(CELLS), in.staged(RUNS), out)),
                DerivedFile.table(
                        ClaimsSchema.claims(),
                        ImmutableList.of(RUNS),
                        (in, out) -> ClaimsTable.write(in.staged(RUNS), settings.claims(), out)),
                answer(settings));
    }

    private static DerivedFile answer(AnalysisSettings settings) {
        return new DerivedFile(
                ANSWER,
                ImmutableList.of(RUNS),
                _ -> !settings.claims().isEmpty(),
                in -> in.text(ANSWER, AnswerText.of(settings.question(), settings.claims(), in.staged(CLAIMS))));
    }
}
