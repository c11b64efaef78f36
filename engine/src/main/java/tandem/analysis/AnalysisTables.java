package tandem.analysis;

import java.io.IOException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.Schemas;

/** All tables that follow from a folder's run-level tables. */
public final class AnalysisTables {

    private AnalysisTables() {}

    /** Adds curves.csv and summary.csv to a folder that holds cells.csv, runs.csv and epochs.csv, not yet committed. */
    public static void write(ResultFolder folder) throws IOException {
        try (var curves = folder.table(Schemas.curves())) {
            CurvesTable.write(folder.staged(ResultFile.RUNS), folder.staged(ResultFile.EPOCHS), curves);
            curves.finish();
        }
        try (var summary = folder.table(Schemas.summary())) {
            SummaryTable.write(folder.staged(ResultFile.CELLS), folder.staged(ResultFile.RUNS), summary);
            summary.finish();
        }
    }
}
