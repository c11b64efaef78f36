package tandem.experiment.recording;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.experiment.scenario.Recording;
import tandem.tables.EncodedRows;
import tandem.tables.ExampleSchemas;
import tandem.tables.RowEncoder;
import tandem.tables.TableSchema;

/** The tables that a recording asks for: those of single examples. */
public final class RecordedTables {
    private final ImmutableList<Table> tables;

    private enum Table {
        EXAMPLES,
        EXAMPLES_WITH_CLEAN_LABELS,
        PATHS,
        ATTRIBUTION;

        TableSchema schema() {
            return switch (this) {
                case EXAMPLES -> ExampleSchemas.examples();
                case EXAMPLES_WITH_CLEAN_LABELS -> ExampleSchemas.examplesWithCleanLabels();
                case PATHS -> ExampleSchemas.paths();
                case ATTRIBUTION -> ExampleSchemas.attribution();
            };
        }

        void add(RowEncoder encoder, long run, RunWatch watch) throws IOException {
            switch (this) {
                case EXAMPLES -> ExampleRows.add(encoder, run, watch, false);
                case EXAMPLES_WITH_CLEAN_LABELS -> ExampleRows.add(encoder, run, watch, true);
                case PATHS -> PathRows.add(encoder, run, watch);
                case ATTRIBUTION -> AttributionRows.add(encoder, run, watch);
            }
        }
    }

    private RecordedTables(ImmutableList<Table> tables) {
        this.tables = tables;
    }

    /**
     * The tables of a recording.
     *
     * @param hasCleanLabels whether labels are corrupted in some cell, so that examples have a clean one too
     */
    public static RecordedTables of(Recording recording, boolean hasCleanLabels) {
        var tables = ImmutableList.<Table>builder();
        if (recording.examples()) {
            tables.add(hasCleanLabels ? Table.EXAMPLES_WITH_CLEAN_LABELS : Table.EXAMPLES);
        }
        if (!recording.paths().isEmpty()) {
            tables.add(Table.PATHS);
        }
        if (recording.attributionEvery().isPresent()) {
            tables.add(Table.ATTRIBUTION);
        }
        return new RecordedTables(tables.build());
    }

    public ImmutableList<TableSchema> schemas() {
        return tables.stream().map(Table::schema).collect(ImmutableList.toImmutableList());
    }

    /** The rows of one run, one entry a table. */
    public ImmutableList<EncodedRows> rows(long run, RunWatch watch) throws IOException {
        var rows = ImmutableList.<EncodedRows>builder();
        for (var table : tables) {
            var encoder = RowEncoder.of(table.schema());
            table.add(encoder, run, watch);
            rows.add(encoder.encoded());
        }
        return rows.build();
    }
}
