package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.measures.Reason;
import tandem.tables.AnalysisSchemas;
import tandem.tables.ClaimsSchema;
import tandem.tables.Column;
import tandem.tables.ColumnType;
import tandem.tables.DictionaryText;
import tandem.tables.ExampleSchemas;
import tandem.tables.Schemas;
import tandem.tables.TableSchema;

/** Every column that a table of results can have, in words. */
public final class DataDictionary {
    private static final ImmutableList<Column> FACTORS = ImmutableList.of(new Column(
            "<factor>",
            ColumnType.TEXT,
            "",
            "levels of the scenario",
            "level of the factor; a column per factor, named by its path, or for named variants by its name"));

    private DataDictionary() {}

    /** As Markdown, generated from the schemas that the tables are written by. */
    public static String markdown() {
        ImmutableList<TableSchema> tables = ImmutableList.of(
                Schemas.cells(FACTORS),
                RunColumnsOfPlan.every(FACTORS).schema(),
                Schemas.epochsWithCleanLabels(),
                Schemas.curvesWithCleanLabels(),
                Schemas.summary(),
                AnalysisSchemas.stopping(),
                AnalysisSchemas.correlations(),
                AnalysisSchemas.selection(),
                AnalysisSchemas.effects(),
                ClaimsSchema.claims(),
                ExampleSchemas.examplesWithCleanLabels(),
                ExampleSchemas.paths(),
                ExampleSchemas.attribution(),
                Schemas.undefined(),
                Schemas.errors(),
                Schemas.timings());
        var reasons = ImmutableMap.<String, String>builder();
        for (Reason reason : Reason.values()) {
            reasons.put(reason.name(), reason.text());
        }
        return DictionaryText.of(tables, reasons.buildOrThrow());
    }
}
